import { z } from "zod";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { pressedIn } from "../../src/slack/blocks.ts";

/** What one person pressed or submitted, without who they are: for somebody else to send. */
export type Replay = { type: string } & Record<string, unknown>;

const View = z.looseObject({ type: z.string(), callback_id: z.string().default("") });
const Action = z.looseObject({
  action_id: z.string(),
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});
const Interaction = z.looseObject({
  type: z.enum(["block_actions", "view_submission"]),
  actions: z.tuple([Action]).optional(),
  view: View.optional(),
});

/** Everything of these ids, buttons and forms, that was pressed and submitted since an exchange. */
export function replaysSince(slack: Slack, since: number, ids: readonly string[]): Map<string, Replay> {
  const found = new Map<string, Replay>();
  for (const { id, payload } of slack.exchanges) {
    const read = Interaction.safeParse(payload);
    if (id <= since || !read.success) continue;
    const name = nameOf(read.data);
    if (ids.includes(name)) found.set(name, withoutSender(read.data));
  }
  return found;
}

/** The same about another profile; a form is another one then, which nobody has submitted yet. */
export function aboutAnother({ view, ...rest }: Replay, { from, to }: { from: string; to: string }): Replay {
  const replay = { ...rest, ...(view instanceof Object && { view: { ...view, hash: `about ${to}` } }) };
  return JSON.parse(JSON.stringify(replay).replaceAll(from, to));
}

/** What follows a colon only tells buttons of a row apart. */
function nameOf({ actions, view }: z.infer<typeof Interaction>): string {
  const name = actions === undefined ? view?.callback_id : pressedIn(actions[0]).action_id.split(":")[0];
  return name ?? "";
}

/** A button comes as if from a message that is still there: in a modal of somebody else's nothing can be shown. */
function withoutSender({ type, actions, view }: z.infer<typeof Interaction>): Replay {
  if (actions === undefined) return { type, view };
  const isPartOfView = view?.type === "home" || view?.callback_id === "draft-offer";
  return {
    type,
    actions,
    ...(isPartOfView ? { view } : { container: { type: "message", is_ephemeral: true } }),
  };
}
