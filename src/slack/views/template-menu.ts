import type { ActionsBlock, StaticSelect } from "@slack/types";
import type { Filled, TemplateField } from "../../rules/fill-from-template.ts";
import { limits } from "../../rules/profile.ts";
import type { Template } from "../../rules/templates.ts";
import { templates } from "../../rules/templates.ts";
import { cutTo } from "../../rules/text.ts";
import { actions, menuId, option, plain } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { fieldNames } from "./profile-words.ts";

export const templateMenu = {
  /** In the form, which it fills. */
  fill: "form-template",
  /** Elsewhere: it opens the form. */
  start: "template-start",
} as const;

export function drawTemplateMenu(id: string): StaticSelect {
  return {
    type: "static_select",
    action_id: id,
    placeholder: plain("Start from a template"),
    options: templates.map(toOption),
  };
}

export const formTemplates = "form-templates";

/** In the form. `menus` tells the menu apart from the one that stood there before. */
export function drawFormTemplates(menus?: string): ActionsBlock {
  return actions(formTemplates, drawTemplateMenu(menuId(templateMenu.fill, menus)));
}

/** "Enterprise SaaS", and beneath it "500+ employees: CRO, VP Sales" */
function toOption({ id, draft: { name, companySizes, jobTitles } }: Template) {
  const who = `${companySizes.join(", ")} employees: ${jobTitles.slice(0, 2).join(", ")}`;
  return option(id, name, cutTo(who, limits.term));
}

/** What stands on top of a form that was filled: what came of it, and what is each team's own. */
export function filledWords(
  { draft: { name } }: Template,
  { kept, joined }: Pick<Filled, "kept" | "joined"> = { kept: [], joined: [] },
): string {
  const own = `${listed("As you had it", kept)}${listed("With your changes", joined)}`;
  return `Filled from ${name}.${own} Change what does not fit, and add the countries you sell in. Nothing is saved yet.`;
}

function listed(what: string, fields: readonly TemplateField[]): string {
  return fields.length === 0 ? "" : ` ${what}: ${fields.map((field) => fieldNames[field]).join(", ")}.`;
}

/** Slack tells of no choice of what a menu shows already. */
export function chosenAgain({ draft: { name } }: Template): string {
  return `Where the menu still shows ${name}, choose another template first.`;
}

/** Where the form has changed before it could be filled. */
export function notFilled(template: Template): Notice {
  const { name } = template.draft;
  return drawSentence(
    "Nothing was filled in",
    `The form has changed before ${name} could be filled in, and is as it was. Choose it again. ${chosenAgain(template)}`,
  );
}

/** Where Slack has not said whether it was, though it was asked twice. */
export function notKnownFilled({ draft: { name } }: Template): Notice {
  return drawSentence(
    "Slack answers late",
    `Slack didn’t say in time whether ${name} was filled in. Look into the form: if it isn’t, choose another template, and then this one.`,
  );
}

/** Where somebody's draft is kept while they start anew. */
export const draftStays =
  "Your draft is still kept: the next new profile offers it, until a choice here takes its place.";
