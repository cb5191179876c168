import type { Workspace } from "./many-workspaces.ts";

/** What Slack sends, as forms. Source: docs.slack.dev, "Interaction payloads". */

export interface From {
  readonly workspace: Workspace;
  readonly person: string;
  /** Its trigger, unlike any other. */
  readonly key: string;
  readonly responseUrl: string;
}

export function command({ workspace, person, key, responseUrl }: From, text: string): string {
  return form({
    team_id: workspace.id,
    channel_id: "C0GENERAL",
    user_id: person,
    command: "/icp",
    text,
    trigger_id: key,
    response_url: responseUrl,
  });
}

/** A button on a message that only this person sees. */
export function press(from: From, action: { action_id: string; value: string }): string {
  return interaction(from, {
    type: "block_actions",
    response_url: from.responseUrl,
    container: { type: "message", is_ephemeral: true, channel_id: "C0GENERAL" },
    actions: [{ type: "button", block_id: "any", ...action }],
  });
}

export function suggestion(from: From, typed: string): string {
  return interaction(from, {
    type: "block_suggestion",
    action_id: "profile-find",
    block_id: "list-filter:list",
    value: typed,
  });
}

export function submission(
  from: From,
  { viewId, nonce, name }: { viewId: string; nonce: string; name: string },
): string {
  return interaction(from, {
    type: "view_submission",
    view: {
      id: viewId,
      type: "modal",
      team_id: from.workspace.id,
      app_installed_team_id: from.workspace.id,
      callback_id: "profile-form",
      private_metadata: JSON.stringify({ v: 1, nonce }),
      state: { values: { name: { value: { type: "plain_text_input", value: name } } } },
    },
  });
}

export function interaction({ workspace, person, key }: From, content: Record<string, unknown>): string {
  const team = { id: workspace.id, domain: "any" };
  const user = { id: person, username: "any", name: "any", team_id: workspace.id };
  return form({ payload: JSON.stringify({ team, user, enterprise: null, trigger_id: key, ...content }) });
}

/** A form's nonce; the same in every workspace. */
export function nonceOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}
