import type { InputBlock, ModalView } from "@slack/types";
import { z } from "zod";
import { AccessSettings, mostPeople, Writers } from "../../rules/access.ts";
import type { UserId } from "../../rules/people.ts";
import type { Access } from "../../usecases/show-access.ts";
import { actions, context, markup, option, plain, section } from "../blocks.ts";
import { sourcesOf, writerNames } from "./access-shown.ts";
import { historyButton } from "./history-ask.ts";
import type { FormState } from "./read-profile-form.ts";

export const accessForm = {
  id: "access-form",
  action: "value",
  writers: "writers",
  chosen: "chosen",
  guests: "guests",
  admins: "admins",
} as const;

const Metadata = z.object({ v: z.literal(1), revision: z.number().int().min(0) });

const choices = { ...writerNames, chosen: "ICP admins and the people chosen below" };

const guestsOption = option("look", "Guests may look", "They can list and show profiles, and nothing else.");

/**
 * Sets who may do what. `readAccessForm` is its inverse. `installer` is an ICP admin for having installed the app;
 * `remark` says what somebody else has set meanwhile.
 */
export function drawAccessForm(
  access: Access,
  { installer, remark }: { installer: UserId | undefined; remark?: string },
): ModalView {
  const { writers, chosen, guestsMayLook, icpAdmins, revision } = access;
  const source = sourcesOf(access);
  const so = installer === undefined ? "" : ` So is <@${installer}>, who installed the app.`;
  // Fields of another revision are other fields, so that they show what holds and not what was chosen before.
  const field = (id: string) => `${id}:${revision}`;
  return {
    type: "modal",
    callback_id: accessForm.id,
    title: plain("Who may do what"),
    submit: plain("Save"),
    close: plain("Cancel"),
    private_metadata: JSON.stringify({ v: 1, revision } satisfies z.input<typeof Metadata>),
    blocks: [
      ...(remark === undefined ? [] : [section("access-remark", markup(remark))]),
      context(
        "access-lead",
        markup(`Owners and admins of this Slack workspace are ICP admins always, whatever is set here.${so}`),
      ),
      input(
        field(accessForm.writers),
        { label: "Who may create and change profiles (icp:write)", hint: source.writers },
        {
          type: "radio_buttons",
          action_id: accessForm.action,
          options: Writers.options.map((each) => option(each, choices[each])),
          initial_option: option(writers, choices[writers]),
        },
      ),
      input(
        field(accessForm.chosen),
        {
          label: "Chosen people",
          hint: "They count only with the last choice above. Guests never hold it, even if chosen.",
        },
        peopleMenu(chosen),
      ),
      input(
        field(accessForm.guests),
        { label: "Guests", hint: source.guestsMayLook },
        {
          type: "checkboxes",
          action_id: accessForm.action,
          options: [guestsOption],
          ...(guestsMayLook ? { initial_options: [guestsOption] } : {}),
        },
      ),
      input(
        field(accessForm.admins),
        { label: "Who else is an ICP admin", hint: source.icpAdmins },
        peopleMenu(icpAdmins),
      ),
      actions("access-do", historyButton),
    ],
  };
}

export type AccessReading =
  | { readonly kind: "read"; readonly revision: number; readonly wanted: AccessSettings }
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> };

export function readAccessForm(metadata: string, state: FormState): AccessReading {
  const revision = readRevision(metadata);
  const field = (id: string) => `${id}:${revision ?? 0}`;
  const held = (id: string) => state[field(id)]?.[accessForm.action] ?? {};
  const wanted = AccessSettings.safeParse({
    writers: held(accessForm.writers).selected_option?.value,
    chosen: held(accessForm.chosen).selected_users ?? [],
    guestsMayLook: (held(accessForm.guests).selected_options ?? []).length > 0,
    icpAdmins: held(accessForm.admins).selected_users ?? [],
  });
  if (revision === undefined || !wanted.success) {
    const broken = wanted.error?.issues.some(({ code }) => code === "too_big")
      ? `At most ${mostPeople} people each.`
      : "This form is not one that this app made, or is from an older version. Open a new one.";
    return { kind: "errors", errors: { [field(accessForm.writers)]: broken } };
  }
  if (wanted.data.writers === "chosen" && wanted.data.chosen.length === 0) {
    return {
      kind: "errors",
      errors: { [field(accessForm.chosen)]: "Choose somebody, or take another choice above." },
    };
  }
  return { kind: "read", revision, wanted: wanted.data };
}

/** The field under which is said what has no field of its own. */
export function firstAccessInput(metadata: string): string {
  return `${accessForm.writers}:${readRevision(metadata) ?? 0}`;
}

function input(
  id: string,
  { label, hint }: { label: string; hint: string },
  element: InputBlock["element"],
): InputBlock {
  const optional = element.type !== "radio_buttons";
  return { type: "input", block_id: id, label: plain(label), hint: plain(hint), optional, element };
}

function peopleMenu(people: readonly UserId[]): InputBlock["element"] {
  return {
    type: "multi_users_select",
    action_id: accessForm.action,
    placeholder: plain("Choose people"),
    max_selected_items: mostPeople,
    ...(people.length === 0 ? {} : { initial_users: [...people] }),
  };
}

function readRevision(metadata: string): number | undefined {
  try {
    return Metadata.safeParse(JSON.parse(metadata)).data?.revision;
  } catch {
    return undefined;
  }
}
