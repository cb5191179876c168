import type { KnownBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { DraftField } from "../../rules/changes.ts";
import { draftFields } from "../../rules/changes.ts";
import type { ProfileDraft } from "../../rules/profile.ts";
import { FormValues, ProfileId } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { Conflict } from "../../usecases/edit-profile.ts";
import { dateOf, header, labelled, markup, option, plain, section } from "../blocks.ts";
import { slackLimits } from "../limits.ts";
import { byWhom, fieldNames, scheduleName, termsLine } from "./profile-words.ts";
import type { FormState } from "./read-profile-form.ts";

export const editConflict = { id: "edit-conflict", choice: "choice" } as const;

/** What the view carries; what is there now is in the history. */
const Metadata = z.object({
  v: z.literal(1),
  id: ProfileId,
  /** The revision that the form was filled from, 0 where that is not known, and the one that is there now. */
  revision: z.int().min(0),
  seen: z.int().min(1),
  reason: z.string().optional(),
  /** What the person has otherwise, or, where that is too long, when it was kept as their draft. */
  own: FormValues.optional(),
  keptAt: z.string().optional(),
});
type Metadata = z.infer<typeof Metadata>;

/** For each field that two people changed, both values, and nothing chosen beforehand. */
export function drawEditConflict(
  { current, mine, merge, own, keptAt }: Conflict,
  { revision, reason }: { revision: number; reason: string },
): ModalView {
  const metadata: Metadata = { v: 1, id: current.id, revision, seen: current.revision, reason };
  const carried = JSON.stringify({ ...metadata, own });
  const isShort = carried.length <= slackLimits.privateMetadata;
  const who = `${dateOf(current.changedAt, "Saved {date_short_pretty} at {time}")} ${byWhom(current.changedBy)}`;
  return {
    type: "modal",
    callback_id: editConflict.id,
    title: plain("Changed meanwhile"),
    submit: plain("Save what I chose"),
    close: plain("Cancel"),
    private_metadata: isShort ? carried : JSON.stringify({ ...metadata, keptAt }),
    blocks: [
      header("conflict-name", current.name),
      section(
        "conflict-who",
        markup(`${who}, while your form was open. Choose for each field that you both changed.`),
      ),
      section("conflict-rest", plain("Whatever only one of you changed is kept. Nothing is saved yet.")),
      ...merge.conflicts.flatMap((field) => drawChoice(field, { mine, current })),
    ],
  };
}

/** What stands whole beneath a choice; Slack takes 75. */
const shortValue = 70;

function drawChoice(
  field: DraftField,
  { mine, current }: { mine: ProfileDraft; current: ProfileDraft },
): KnownBlock[] {
  const [ours, theirs] = [wordsFor(field, mine), wordsFor(field, current)];
  const whole = labelled(`both:${field}`, [
    { label: `${fieldNames[field]}, as it is now`, value: theirs },
    { label: `${fieldNames[field]}, as you have it`, value: ours },
  ]);
  return [
    ...(Math.max(ours.length, theirs.length) > shortValue ? [whole] : []),
    {
      type: "input",
      block_id: `choose:${field}`,
      label: plain(fieldNames[field]),
      element: {
        type: "radio_buttons",
        action_id: editConflict.choice,
        options: [
          option("current", "As it is now", cutTo(theirs, shortValue)),
          option("mine", "As I have it", cutTo(ours, shortValue)),
        ],
      },
    },
  ];
}

function wordsFor(field: DraftField, draft: ProfileDraft): string {
  switch (field) {
    case "name":
    case "description":
      return draft[field] === "" ? "Empty" : draft[field];
    case "isActive":
      return draft.isActive ? "Active" : "Paused";
    case "schedule":
      return scheduleName(draft.schedule);
    case "minConfidence":
    case "dailyLimit":
      return String(draft[field]);
    default:
      return draft[field].length === 0 ? "Not set" : termsLine(draft[field]);
  }
}

/** Undefined where this version of the app did not draw it. */
export function readEditConflict({
  private_metadata,
  state,
}: {
  private_metadata: string;
  state: { values: FormState };
}): (Metadata & { chosen: readonly DraftField[] }) | undefined {
  const metadata = parseJson(private_metadata);
  if (metadata === undefined) return undefined;
  const chosen = draftFields.filter(
    (field) => state.values[`choose:${field}`]?.[editConflict.choice]?.selected_option?.value === "mine",
  );
  return { ...metadata, chosen };
}

function parseJson(text: string): Metadata | undefined {
  try {
    return Metadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
