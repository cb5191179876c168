import type { TeamId } from "../../rules/people.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";

const mark = /^workspace:(T[A-Z0-9]+)\n(.*)$/s;

/**
 * Says in a view which workspace it was drawn for. Of what somebody does in a modal or the home, Slack names another
 * workspace where they are in several of one organization: the one that the app was installed in first, or their own.
 * Source: slackapi/bolt-python#1229, slackapi/bolt-js#1720 and #1875.
 */
export function drawnFor<View extends { private_metadata?: string }>(teamId: TeamId, view: View): View {
  return { ...view, private_metadata: `workspace:${teamId}\n${view.private_metadata ?? ""}` };
}

/** Says it in each view that is shown through this client. */
export function drawingFor(teamId: TeamId, { views, ...client }: SlackClient): SlackClient {
  return {
    ...client,
    views: {
      open: (ask) => views.open({ ...ask, view: drawnFor(teamId, ask.view) }),
      publish: (ask) => views.publish({ ...ask, view: drawnFor(teamId, ask.view) }),
      push: (ask) => views.push({ ...ask, view: drawnFor(teamId, ask.view) }),
      update: (ask) => views.update({ ...ask, view: drawnFor(teamId, ask.view) }),
    },
  };
}

/** A payload whose view says it in a field of its own, `drawn_for`, and is otherwise as it was drawn. */
export function readDrawnFor(payload: unknown): unknown {
  const { view } = (payload ?? {}) as { view?: { private_metadata?: unknown } | null };
  const [, team, metadata] = mark.exec(String(view?.private_metadata)) ?? [];
  if (team === undefined) return payload;
  return { ...(payload as object), view: { ...view, private_metadata: metadata, drawn_for: team } };
}
