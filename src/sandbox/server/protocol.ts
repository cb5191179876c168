import { z } from "zod";

const as = z.string().min(1);
const nth = z.int().min(1).optional();
const Entry = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** One thing that somebody does: the body of `POST /sandbox/act`, as JSON. `as` is a person's short name or id. */
export const Act = z.discriminatedUnion("do", [
  z.strictObject({ as, do: z.literal("types"), text: z.string() }),
  z.strictObject({ as, do: z.literal("starts"), shortcut: z.string() }),
  z.strictObject({
    as,
    do: z.literal("presses"),
    /** A button's words, or its accessibility label. */
    button: z.union([z.string(), z.strictObject({ label: z.string() })]),
    nth,
  }),
  z.strictObject({ as, do: z.literal("chooses"), menu: z.string(), option: Entry, nth }),
  z.strictObject({ as, do: z.literal("fills"), fields: z.record(z.string(), Entry) }),
  z.strictObject({ as, do: z.literal("searches"), menu: z.string(), query: z.string(), nth }),
  z.strictObject({ as, do: z.literal("saves"), times: z.int().min(1).max(50).optional() }),
  z.strictObject({ as, do: z.literal("closes"), all: z.boolean().optional() }),
  z.strictObject({ as, do: z.literal("sees"), text: z.string() }),
  z.strictObject({ as, do: z.literal("goes-to"), place: z.string() }),
  z.strictObject({ as, do: z.literal("opens-home") }),
]);
export type Act = z.infer<typeof Act>;

const Offer = z.object({
  text: z.string(),
  value: z.string(),
  description: z.string().optional(),
});

/** The answer to an act: the person's screen afterwards. */
export const ActAnswer = z.object({
  screen: z.string(),
  /** Why it could not be done. */
  error: z.string().optional(),
  /** What a type-ahead offered. */
  offers: z.array(Offer).optional(),
  /** What Slack would refuse of the payloads that the app sent meanwhile. */
  complaints: z.array(z.object({ kind: z.string(), pointer: z.string(), message: z.string() })).optional(),
});
export type ActAnswer = z.infer<typeof ActAnswer>;
