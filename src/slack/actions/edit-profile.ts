import { limits, ProfileDraft, ProfileId } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { BeginEditAnswer } from "../../usecases/edit-profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { changesGone, continuingWords, drawEditOffer } from "../views/edit-offer.ts";
import { drawFormAsNew } from "../views/form-as-new.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { sayNoChange } from "./no-change.ts";
import { gone, goneFrom } from "./show-details.ts";

/** Edit, in Details: the same form, filled, in the place of Details. Own changes that are kept are asked about first. */
export function openEditForm(usecases: Pick<UseCases, "beginEdit" | "findOverlap">, wish: Wish) {
  return (value: string, where?: ActedView): Work => ({
    isWrite: true,
    ...(where?.type === "home" && { opens: "Edit ICP profile" }),
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.beginEdit(actor, id.data);
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
        case "writes-spent":
          return sayNoChange(answer);
        case "archived-since": {
          const { draft } = answer.changes;
          return { kind: "view", view: drawFormAsNew(draft, id.data), inPlace: true };
        }
        case "begun": {
          const { changes, writes } = answer;
          if (changes !== undefined && wish === "offered") {
            return { kind: "view", view: drawEditOffer(changes), inPlace: true };
          }
          const nonce = crypto.randomUUID();
          const form = filledFrom(answer, wish);
          const overlap = await usecases.findOverlap(actor, { about: id.data, values: form.values });
          const view = drawProfileForm({ ...form, nonce, writes, overlap });
          return { kind: "view", view, inPlace: true };
        }
      }
    },
  });
}

/** What becomes of own changes: the person is asked, or they are in the form, or they are left where they are. */
type Wish = "offered" | "filled-in" | "left";

function filledFrom({ profile, changes }: Extract<BeginEditAnswer, { kind: "begun" }>, wish: Wish) {
  if (changes !== undefined && wish === "filled-in") {
    // From where they began, so that what others saved since is brought together with them, or asked about.
    const editing = { id: profile.id, revision: changes.revision };
    const { draft: values, reason } = changes;
    return { values, reason, editing, remark: continuingWords(changes) };
  }
  const begins = `You are changing “${profile.name}”. What others change meanwhile in other fields stays.`;
  const remark = wish === "filled-in" ? changesGone : begins;
  return { values: ProfileDraft.parse(profile), editing: profile, remark };
}

/** Make a copy, in Details: the form for a new profile, filled from this one. */
export function openCopyOf(usecases: Pick<UseCases, "beginProfile" | "findOverlap" | "showProfile">) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const begun = await usecases.beginProfile(actor);
      if (begun.kind === "refused") return begun;
      if (begun.kind === "writes-spent") {
        return { kind: "notice", notice: writesSpent(begun.writes.limit) };
      }
      const shown = await usecases.showProfile(actor, { id: id.data });
      if (shown.kind === "refused") return shown;
      if (shown.kind === "gone") return { kind: "notice", notice: goneFrom(shown) };
      if (shown.kind === "archived") return { kind: "notice", notice: gone };
      const { writes, keeper } = begun;
      const nonce = crypto.randomUUID();
      const values = copyOf(shown.profile);
      const remark = `A copy of “${cutTo(shown.profile.name, limits.name)}”. Nothing is saved yet.`;
      const overlap = await usecases.findOverlap(actor, { about: "", values });
      const view = drawProfileForm({ values, nonce, writes, keeper, remark, overlap });
      return { kind: "view", view, inPlace: true };
    },
  });
}

/** What a copy begins with. Of what comes from elsewhere, only what fits here. */
function copyOf(profile: ProfileDraft): Partial<ProfileDraft> {
  const end = " (copy)";
  const name = `${cutTo(profile.name, limits.name - end.length)}${end}`;
  return ProfileDraft.safeParse({ ...profile, name }).data ?? { name };
}
