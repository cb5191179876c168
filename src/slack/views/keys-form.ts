import type { KnownBlock, ModalView } from "@slack/types";
import { KeyScope, maskedKey, mostKeys } from "../../rules/api-key.ts";
import type { ApiKey, MadeKey } from "../../stores/api-key-store.ts";
import { button, context, dateOf, markup, option, plain, section } from "../blocks.ts";
import { nameOf } from "./profile-words.ts";
import type { FormState } from "./read-profile-form.ts";

export const keysForm = {
  id: "keys-form",
  action: "value",
  scopes: "scopes",
  revoke: "key-revoke",
} as const;

const writeOption = option(
  "icp:write",
  "May create, change and archive profiles",
  "icp:write. Without it the key lists and shows them.",
);

/** The keys that there are, and a form that makes another one. `isOn` says whether keys open anything here. */
export function drawKeys(keys: readonly ApiKey[], { isOn }: { isOn: boolean }): ModalView {
  const isFull = keys.length >= mostKeys;
  return {
    type: "modal",
    callback_id: keysForm.id,
    title: plain("API keys"),
    ...(isFull ? {} : { submit: plain("Make a key") }),
    close: plain("Close"),
    blocks: [
      ...(isOn ? [] : [section("keys-off", markup(off))]),
      context(
        "keys-lead",
        plain("A program that holds a key reaches the profiles of this workspace over the REST API."),
      ),
      ...(keys.length === 0 ? [section("keys-none", plain("No key yet."))] : keys.flatMap(drawKey)),
      isFull ? context("keys-full", plain(`${full} Revoke one to make another.`)) : scopesInput,
    ],
  };
}

const off = "*The REST API is off here.* Whoever operates this app has turned it off, and keys open nothing.";
/** As many as can be looked over. */
export const full = `There are ${mostKeys} keys, and no more can be made.`;

const scopesInput: KnownBlock = {
  type: "input",
  block_id: keysForm.scopes,
  label: plain("A new key"),
  hint: plain("It is shown once, when it is made."),
  optional: true,
  element: { type: "checkboxes", action_id: keysForm.action, options: [writeOption] },
};

/** What the form's key is to be able to do. */
export function readKeyScopes(state: FormState): KeyScope[] {
  const chosen = state[keysForm.scopes]?.[keysForm.action]?.selected_options ?? [];
  return [...new Set(chosen.flatMap(({ value }) => KeyScope.safeParse(value).data ?? []))];
}

/** The key itself, which nobody can see again. */
export function drawKeyMade({ apiKey, secret }: Extract<MadeKey, { kind: "made" }>): ModalView {
  return {
    type: "modal",
    callback_id: "key-made",
    title: plain("API key made"),
    close: plain("Done"),
    blocks: [
      section(
        "key-copy",
        markup("*Copy this key now.* It is not shown again, and whoever has it can use it."),
      ),
      {
        type: "rich_text",
        block_id: "key-secret",
        elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: secret }] }],
      },
      context(
        "key-facts",
        plain(mayOf(apiKey)),
        markup("Sent as `Authorization: Bearer …` to `/api/v1/icp-profiles` at this app’s address"),
      ),
    ],
  };
}

function drawKey(key: ApiKey): KnownBlock[] {
  const { name, madeBy, madeAt, lastUsedAt } = key;
  const shown = maskedKey(name);
  const facts = [
    mayOf(key),
    `${dateOf(madeAt, "Made {date_short_pretty}")} by ${nameOf(madeBy)}`,
    lastUsedAt === undefined ? "Never used" : dateOf(lastUsedAt, "Used {date_short_pretty} at {time}"),
  ];
  const confirm = {
    title: `Revoke ${shown}?`,
    text: "Programs that hold it are refused at once. There is no way back.",
    yes: "Revoke",
  };
  return [
    section(
      `key:${name}`,
      plain(shown),
      button(keysForm.revoke, {
        text: "Revoke",
        value: name,
        label: `Revoke ${shown}`,
        style: "danger",
        confirm,
      }),
    ),
    context(`key-facts:${name}`, markup(facts.join(" · "))),
  ];
}

function mayOf({ scopes }: ApiKey): string {
  return scopes.includes("icp:write")
    ? "May list, show, create, change and archive profiles"
    : "May list and show profiles";
}
