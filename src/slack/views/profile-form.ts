import type { KnownBlock, ModalView } from "@slack/types";
import { advise } from "../../rules/advice/advice.ts";
import type { FilledFrom } from "../../rules/fill-from-template.ts";
import type { Overlap } from "../../rules/overlap.ts";
import type { WritesToday } from "../../rules/plan.ts";
import { isNearLimit } from "../../rules/plan.ts";
import type { FormValues, Profile, ProfileId } from "../../rules/profile.ts";
import { companySizes, defaults, seniorityLevels } from "../../rules/profile.ts";
import type { TypedField } from "../../rules/vocabulary/suggest.ts";
import { typedFields } from "../../rules/vocabulary/suggest.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import { context, header, plain, section } from "../blocks.ts";
import { drawAdvice } from "./advice.ts";
import { fieldOf } from "./form-fields.ts";
import { printFilledFrom, printFormMetadata } from "./form-metadata.ts";
import { profileForm } from "./profile-form-ids.ts";
import {
  activeInput,
  confidenceInput,
  descriptionInput,
  fixedMenu,
  limitInput,
  nameInput,
  scheduleInput,
  typedMenu,
} from "./profile-inputs.ts";
import { reasonInput } from "./reason-input.ts";
import { drawFormTemplates } from "./template-menu.ts";
import { writesLeft } from "./writes-spent.ts";

export interface ProfileFormAsk {
  /** What the form shows. Terms that no menu offers are added to it, or Slack would refuse the whole view. */
  readonly values?: FormValues;
  /** One form opened is one nonce: see `submissionKey`. */
  readonly nonce: string;
  readonly writes?: WritesToday;
  readonly keeper?: Keeper;
  /** The profile that is edited. */
  readonly editing?: Pick<Profile, "id" | "revision">;
  /** Why that is done, as it was typed before. */
  readonly reason?: string;
  /** The profile in the archive whose changes become a new one. */
  readonly insteadOf?: ProfileId;
  /** Replaces the first line, after a save that made nothing. */
  readonly remark?: string | undefined;
  /** What it was filled from, and the ids of its inputs, by their fields, where they are not the fields themselves. */
  readonly filled?: {
    readonly from: FilledFrom;
    /** How often the form was filled. */
    readonly fills: number;
    readonly ids: ReadonlyMap<string, string>;
  };
  /** What another profile has in common with the values. */
  readonly overlap?: Overlap | undefined;
}

/** Draws the form. `readProfileForm` is its inverse. */
export function drawProfileForm({
  values = {},
  nonce,
  writes,
  keeper = "workspace",
  editing,
  reason,
  insteadOf,
  remark,
  filled,
  overlap,
}: ProfileFormAsk): ModalView {
  const isNew = editing === undefined;
  return {
    type: "modal",
    callback_id: isNew ? profileForm.id : profileForm.edit,
    title: plain(isNew ? "New ICP profile" : "Edit ICP profile"),
    submit: plain(isNew ? "Save profile" : "Save changes"),
    close: plain("Cancel"),
    private_metadata: printFormMetadata({
      v: 1,
      nonce,
      ...(keeper === "kashew" ? { keeper } : {}),
      ...(filled && { from: printFilledFrom(filled.from), fills: filled.fills }),
      ...(isNew ? {} : { editing: { id: editing.id, revision: editing.revision } }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    }),
    blocks: [
      remark === undefined ? lead(writes) : section("form-remark", plain(remark)),
      ...(isNew ? [drawFormTemplates(filled && `${filled.fills}`)] : []),
      nameInput(values.name),
      header("h-companies", "Which companies"),
      typedMenu("industries", values, {
        placeholder: "Type to search, e.g. SaaS",
        hint: "Not in the list? Type it and choose it. Your words are kept as they are.",
      }),
      fixedMenu("companySizes", values, { offered: companySizes, placeholder: "Choose employee ranges" }),
      typedMenu("countries", values, { placeholder: "Type a country, e.g. US" }),
      header("h-people", "Which people"),
      typedMenu("jobTitles", values, { placeholder: "Type to search, e.g. VP Sales" }),
      fixedMenu("seniorityLevels", values, { offered: seniorityLevels, placeholder: "Choose levels" }),
      typedMenu("departments", values, { placeholder: "Type to search, e.g. Sales" }),
      header("h-prospects", "Finding prospects"),
      context("form-backend", plain(backendWords[keeper])),
      activeInput(values.isActive ?? defaults.isActive),
      limitInput(values.dailyLimit ?? defaults.dailyLimit),
      scheduleInput(values.schedule ?? defaults.schedule),
      confidenceInput(values.minConfidence ?? defaults.minConfidence),
      descriptionInput(values.description),
      ...(isNew ? [] : [reasonInput("We left the German market", reason)]),
      drawAdvice(advise(values, overlap)),
    ].map((block) => withId(block, filled?.ids)),
  };
}

const backendWords: Record<Keeper, string> = {
  workspace:
    "These four settings take effect in Kashew. This workspace keeps profiles itself, so here they are only stored.",
  kashew:
    "Kashew finds prospects by these four settings. Once it is saved there, a profile can’t be changed from here.",
};

/** The field that a type-ahead asks for, by its block_id. */
export function typedFieldOf(blockId: string): TypedField | undefined {
  return typedFields.find((field) => field === fieldOf(blockId));
}

function withId(block: KnownBlock, ids: ReadonlyMap<string, string> | undefined): KnownBlock {
  const id = block.type === "input" ? ids?.get(block.block_id ?? "") : undefined;
  return id === undefined ? block : { ...block, block_id: id };
}

function lead(writes: WritesToday | undefined): KnownBlock {
  const advice = "Only the name is required. The six target fields make the difference; fill at least two.";
  if (writes === undefined || !isNearLimit(writes)) return context("form-lead", plain(advice));
  const near = `${writesLeft(writes)}.`;
  return context("form-lead", plain(advice), plain(near));
}
