import type { Complaint } from "../judge/judge.ts";
import type { SeedInstallation } from "./seed.ts";
import type { World } from "./world.ts";

export interface Called {
  args: Record<string, unknown>;
  caller: SeedInstallation;
}

export type ApiAnswer = { ok: boolean } & Record<string, unknown>;

export interface ApiMethod {
  scope?: string;
  /** Looks at the payload before anything else happens. */
  judge?: (called: Called) => Complaint[];
  /** The error code for a payload that the judge complains of. */
  refusal?: string;
  call: (world: World, called: Called) => ApiAnswer;
}

/** Slack's way to say what is wrong with a payload: one message for each fault, with a JSON pointer. */
export function refuse(error: string, complaints: readonly Complaint[] = []): ApiAnswer {
  if (complaints.length === 0) return { ok: false, error };
  const messages = complaints.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
  return { ok: false, error, response_metadata: { messages } };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function under(prefix: string, complaints: Complaint[]): Complaint[] {
  return complaints.map(({ pointer, message }) => ({ pointer: prefix + pointer, message }));
}
