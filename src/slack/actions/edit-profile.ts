import { limits, ProfileDraft, ProfileId } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../answer.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { cannotChange } from "./set-state.ts";
import { gone } from "./show-details.ts";

/** Edit, in Details: the same form, filled, in the place of Details. */
export function openEditForm(usecases: Pick<UseCases, "beginEdit" | "findOverlap">) {
  return (value: string): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.beginEdit(actor, id.data);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return { kind: "notice", notice: gone };
        case "cannot":
          return { kind: "notice", notice: cannotChange };
        case "writes-spent":
          return { kind: "notice", notice: writesSpent(answer.limit) };
        case "begun": {
          const { profile, writes } = answer;
          const nonce = crypto.randomUUID();
          const values = ProfileDraft.parse(profile);
          const remark = `You are changing “${profile.name}”. What others change meanwhile in other fields stays.`;
          const overlap = await usecases.findOverlap(actor, { about: profile.id, values });
          const view = drawProfileForm({ values, nonce, writes, editing: profile, remark, overlap });
          return { kind: "view", view, inPlace: true };
        }
      }
    },
  });
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
      if (shown.kind !== "found") return { kind: "notice", notice: gone };
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
