import type { ExchangeDetail, ShownExchange } from "./protocol.ts";
import type { Exchange } from "./world.ts";

export function toShownExchange(exchange: Exchange): ShownExchange {
  const { id, at, direction, kind, person, isPending, status, error, ackMs, complaints } = exchange;
  return {
    id,
    at,
    direction,
    kind,
    about: aboutOf(exchange),
    ...(person !== undefined && { person }),
    isPending,
    status,
    ...(error !== undefined && { error }),
    ackMs: Math.round(ackMs),
    complaints: complaints.length,
  };
}

export function toExchangeDetail(exchange: Exchange): ExchangeDetail {
  const { payload, response = null, complaints } = exchange;
  const found = complaints.map(({ pointer, message }) => ({ pointer, message }));
  return { ...toShownExchange(exchange), payload, response, found };
}

/** What was typed, pressed or opened, or whom or what a call names. */
function aboutOf({ kind, payload }: Exchange): string {
  const { command, text, actions, action_id, callback_id, view, event, channel, user, user_id, users } =
    asRecord(payload);
  if (kind === "command") return [command, text].filter((part) => part !== "").join(" ");
  const named = [
    Array.isArray(actions) ? asRecord(actions[0]).action_id : undefined,
    action_id,
    asRecord(event).type,
    callback_id,
    asRecord(view).callback_id,
    channel,
    user,
    user_id,
    users,
    text,
  ].find((one) => typeof one === "string" && one !== "");
  return String(named ?? "").slice(0, 200);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
