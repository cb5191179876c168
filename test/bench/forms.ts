import { widestField } from "./fill-folder.ts";

/** What Slack sends, from Ana of Acme. Source: docs.slack.dev, "Interaction payloads". */

const where = { token: "verification-token", api_app_id: "A0APP", is_enterprise_install: false };
const team = { id: "T0ACME", domain: "acme" };
let sent = 0;

/** Slack signs no two requests alike; the bot would answer a second one from memory. */
function newTrigger(): string {
  sent += 1;
  return `1.${sent}.unused`;
}

const user = { id: "U0ANA", username: "ana", name: "ana", team_id: "T0ACME" };

export function commandForm(text: string): Record<string, string> {
  return {
    token: where.token,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: "C0GENERAL",
    channel_name: "general",
    user_id: user.id,
    user_name: user.name,
    command: "/icp",
    text,
    api_app_id: where.api_app_id,
    is_enterprise_install: "false",
    response_url: "http://127.0.0.1:9/hooks/unused",
    trigger_id: newTrigger(),
  };
}

/** The menus that search as somebody types. */
export const menus = {
  field: { action_id: "value", block_id: widestField },
  find: { action_id: "profile-find", block_id: "list-filter:list" },
} as const;

/** What was typed into a menu until now. */
export function suggestionForm(
  menu: { readonly action_id: string; readonly block_id: string },
  typed: string,
): Record<string, string> {
  return interaction({ type: "block_suggestion", ...menu, value: typed });
}

let chosen = 0;

/** A choice in a menu of a form, each in a form of its own. */
export function choiceForm(view: object): Record<string, string> {
  chosen += 1;
  return interaction({
    type: "block_actions",
    view: { ...view, id: `V0CHOICE${chosen}`, hash: `${chosen}.hash` },
    actions: [{ action_id: "value", block_id: "industries", type: "multi_external_select" }],
  });
}

let submitted = 0;

/** A filled form, under a name of its own. */
export function submissionForm(): Record<string, string> {
  submitted += 1;
  const several = (...words: string[]) => ({
    type: "multi_external_select",
    selected_options: words.map((word) => ({ text: { type: "plain_text", text: word }, value: word })),
  });
  const fields = {
    name: { type: "plain_text_input", value: `Saved ${submitted}` },
    industries: several("FinTech", "SaaS"),
    countries: several("Germany", "Austria", "Switzerland"),
    jobTitles: several("VP Sales", "Chief Revenue Officer"),
    dailyLimit: { type: "plain_text_input", value: "25" },
    minConfidence: { type: "plain_text_input", value: "0.8" },
    description: { type: "plain_text_input", value: "Those who sell to banks and insurers." },
  };
  const values = Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { value }]));
  return interaction({
    type: "view_submission",
    view: {
      id: `V${submitted}`,
      type: "modal",
      callback_id: "profile-form",
      private_metadata: JSON.stringify({ v: 1, nonce: crypto.randomUUID() }),
      state: { values },
    },
  });
}

function interaction(content: { type: string } & Record<string, unknown>): Record<string, string> {
  return {
    payload: JSON.stringify({ ...where, team, user, enterprise: null, trigger_id: newTrigger(), ...content }),
  };
}
