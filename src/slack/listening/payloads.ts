import { z } from "zod";
import { TeamId, UserId } from "../../rules/people.ts";
import { readDrawnFor } from "../install/drawn-for.ts";
import { FormState } from "../views/read-profile-form.ts";

/** Goes back to Slack in a form, which half a character would break. */
const TriggerId = z.string().regex(/^[!-~]+$/);

/**
 * What Slack sends, as far as we use it; the rest is dropped. Source: docs.slack.dev, "Interaction payloads" and
 * "Implementing slash commands".
 */
export const CommandPayload = z.object({
  command: z.string(),
  text: z.string().default(""),
  team_id: z.string(),
  team_domain: z.string().optional(),
  enterprise_id: z.string().optional(),
  user_id: UserId,
  trigger_id: TriggerId,
  response_url: z.string(),
});
export type CommandPayload = z.infer<typeof CommandPayload>;

const Person = {
  /** Null where the app is installed to a whole organization. */
  team: z.object({ id: z.string(), domain: z.string().optional() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  /** `team_id` is the person's own; in an organization it may be the organization's. */
  user: z.object({ id: UserId, team_id: z.string().optional() }),
};

const View = z.object({
  id: z.string(),
  /** `home` is the app's home; anything else, or nothing, is a modal. */
  type: z.string().optional(),
  hash: z.string().optional(),
  callback_id: z.string().default(""),
  private_metadata: z.string().default(""),
  /** The one beneath it, of modals that are stacked. */
  previous_view_id: z.string().nullish(),
  /** The lowest one of these. */
  root_view_id: z.string().nullish(),
  /** The workspace that we drew it for, where it is one of an organization. */
  drawn_for: z.string().optional(),
  team_id: z.string().optional(),
  app_installed_team_id: z.string().optional(),
});

/** As Slack echoes what it was given, so that it can be given back. */
const Block = z.looseObject({
  type: z.string().optional(),
  block_id: z.string().optional(),
  element: z.looseObject({}).optional(),
});
const Title = z.looseObject({ type: z.literal("plain_text"), text: z.string() });

/** What is open where something was pressed or chosen, and what is filled in there. */
const ActedView = View.extend({
  state: z.object({ values: FormState }).nullish(),
  blocks: z.array(Block).optional(),
  title: Title.nullish(),
  submit: Title.nullish(),
  close: Title.nullish(),
});
export type ActedView = z.infer<typeof ActedView>;

/** Slack names every form, if only by an empty word, and Bolt goes by that. */
const SubmittedView = View.extend({ callback_id: z.string() });

/** Bolt opens these without a look. */
const ReadByBolt = {
  channel: z.object({ id: z.string() }).optional(),
  response_urls: z.array(z.object({ response_url: z.string() })).optional(),
};

const Action = z.object({
  action_id: z.string(),
  block_id: z.string().default(""),
  /** Null where a field was emptied. */
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
});
export type Action = z.infer<typeof Action>;

/** Of something that was done in a view, or with a message. */
function asDrawn<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(readDrawnFor, z.object(shape));
}

export const ActionsPayload = asDrawn({
  type: z.literal("block_actions"),
  ...Person,
  ...ReadByBolt,
  trigger_id: TriggerId,
  response_url: z.string().optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
  view: ActedView.nullish(),
  message: z.object({ team: z.string().optional() }).optional(),
  actions: z.tuple([Action], Action),
});

export const SubmissionPayload = asDrawn({
  type: z.literal("view_submission"),
  ...Person,
  ...ReadByBolt,
  view: SubmittedView.extend({
    state: z.object({ values: FormState }),
    blocks: z.array(Block).optional(),
  }),
});
export type SubmissionPayload = z.infer<typeof SubmissionPayload>;

export const ShortcutPayload = z.object({
  type: z.literal("shortcut"),
  ...Person,
  ...ReadByBolt,
  callback_id: z.string(),
  trigger_id: TriggerId,
});

export const SuggestionPayload = asDrawn({
  type: z.literal("block_suggestion"),
  ...Person,
  ...ReadByBolt,
  view: View.nullish(),
  message: z.object({ team: z.string().optional() }).optional(),
  action_id: z.string(),
  block_id: z.string(),
  value: z.string().default(""),
});
export type SuggestionPayload = z.infer<typeof SuggestionPayload>;

const Event = z.union([
  asDrawn({
    type: z.literal("app_home_opened"),
    user: UserId,
    tab: z.string(),
    /** What the home shows, where it was ever published. */
    view: z.object({ private_metadata: z.string().default("") }).nullish(),
  }),
  z.object({ type: z.literal("app_uninstalled") }),
  z.object({
    type: z.literal("tokens_revoked"),
    /** The ids of bots and people whose tokens those were. */
    tokens: z.object({ bot: z.array(z.string()).nullish() }),
  }),
  /** An organization gave one of its workspaces the app, or took it away there. */
  z.object({ type: z.literal("team_access_granted"), team_ids: z.array(TeamId) }),
  z.object({ type: z.literal("team_access_revoked"), team_ids: z.array(TeamId) }),
  // Another one: taken and not used.
  z.object({ type: z.string() }).transform(() => ({ type: "other" as const })),
]);

/** Source: docs.slack.dev, "The Events API". */
export const EventPayload = z.object({
  type: z.literal("event_callback"),
  event_id: z.string(),
  /** Seconds since 1970. */
  event_time: z.int(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  /** The installation that is told of it. */
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
  event: Event,
});
export type EventPayload = z.infer<typeof EventPayload>;

/** A form that was closed: taken and not used. */
const Unused = z.object({ type: z.literal("view_closed"), ...Person, ...ReadByBolt, view: SubmittedView });

/** Anything that we let into Bolt, which takes these shapes for granted. */
export const SlackPayload = z
  .unknown()
  .refine(isOfOneKind)
  .pipe(
    z.union([
      CommandPayload,
      ActionsPayload,
      SubmissionPayload,
      ShortcutPayload,
      SuggestionPayload,
      EventPayload,
      Unused,
    ]),
  );

/** Bolt goes by these before it goes by the type, and would take a form that has `actions` for a button. */
const marks = { event: "event_callback", command: undefined, name: undefined, actions: "block_actions" };

function isOfOneKind(payload: unknown): boolean {
  if (typeof payload !== "object" || payload === null) return false;
  const type = "type" in payload ? payload.type : undefined;
  return Object.entries(marks).every(
    ([mark, own]) => !Object.hasOwn(payload, mark) || (type === own && mark !== "name"),
  );
}
