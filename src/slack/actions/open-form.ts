import { addsNothing, isBlank } from "../../rules/drafting.ts";
import { fillFromTemplate } from "../../rules/fill-from-template.ts";
import type { Template } from "../../rules/templates.ts";
import { findTemplate } from "../../rules/templates.ts";
import { foldKey } from "../../rules/text.ts";
import type { KeptDraft } from "../../stores/draft-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { renewList } from "../commands/list.ts";
import { readListAsk } from "../commands/list-ask.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { draftGone, drawDraftOffer, nameTyped } from "../views/draft-offer.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { draftStays, filledWords } from "../views/template-menu.ts";
import { writesSpent } from "../views/writes-spent.ts";

interface Opening {
  /** Typed with the command. */
  readonly name?: string;
  /** What becomes of a draft that is kept: the person is asked, or it is in the form, or it is left where it is. */
  readonly draft: "offered" | "filled-in" | "left";
  readonly template?: Template;
  /** Stands on top of the form. */
  readonly remark?: string;
  readonly again?: string;
}

/** Opens the form for a new profile, as a submission of its own. */
export function openForm(usecases: Pick<UseCases, "beginProfile" | "findOverlap">) {
  return ({ again, ...opening }: Opening): Work => ({
    opens: "New ICP profile",
    ...(again === undefined ? {} : { again }),
    async answer(actor): Promise<Answer> {
      const { name = "" } = opening;
      const answer = await usecases.beginProfile(actor, { name });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "writes-spent":
          return { kind: "notice", notice: writesSpent(answer.writes.limit) };
        case "begun": {
          const { draft, writes, keeper } = answer;
          const isChoice = draft !== undefined && !addsNothing(draft.values, name);
          if (isChoice && opening.draft === "offered") {
            return { kind: "view", view: drawDraftOffer(draft, name), inPlace: true };
          }
          const nonce = crypto.randomUUID();
          const form = filled(opening, draft);
          const overlap = await usecases.findOverlap(actor, { about: "", values: form.values });
          const view = drawProfileForm({ ...form, nonce, writes, keeper, overlap });
          return { kind: "view", view, inPlace: true };
        }
      }
    },
  });
}

/** Opens it filled from a template; undefined for one that there is not. */
export function openTemplate(usecases: Pick<UseCases, "beginProfile" | "findOverlap" | "listProfiles">) {
  const form = openForm(usecases);
  const renew = renewList(usecases);
  return (id: string): Work | undefined => {
    const template = findTemplate(id);
    return template && { ...form({ draft: "left", template }), renews: renew(readListAsk("list")) };
  };
}

/** The name that was typed with the command is in the form, or on top of it where the draft has another one. */
function filled({ name = "", draft: wish, remark, template }: Opening, draft: KeptDraft | undefined) {
  if (template !== undefined) {
    const { values, from } = fillFromTemplate({ values: {}, unreadable: new Set(), before: {}, template });
    const words = filledWords(template);
    return {
      values,
      remark: draft === undefined || isBlank(draft.values) ? words : `${words} ${draftStays}`,
      filled: { from, fills: 1, ids: new Map<string, string>() },
    };
  }
  if (wish !== "filled-in") return { values: { name }, remark };
  if (draft === undefined) return { values: { name }, remark: remark ?? draftGone };
  const { values } = draft;
  if (name === "" || values.name === undefined) return { values: { name, ...values }, remark };
  const isSame = foldKey(values.name) === foldKey(name);
  return { values, remark: isSame ? remark : nameTyped(name) };
}
