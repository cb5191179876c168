import type { z } from "zod";
import { inWords } from "./words.ts";

/** What Slack would refuse, and where: `pointer` is a JSON pointer (RFC 6901) into the judged payload. */
export interface Complaint {
  pointer: string;
  message: string;
}

export function complain(path: readonly PropertyKey[], message: string): Complaint {
  return { pointer: path.map((step) => `/${escapeStep(String(step))}`).join(""), message };
}

/** Each unknown field is a complaint of its own, pointing at that field. */
export function complaintsBy(schema: z.ZodType, json: unknown): Complaint[] {
  const parsed = schema.safeParse(json, { error: inWords });
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => complain([...issue.path, key], "is not a field here"))
      : [complain(issue.path, issue.message)],
  );
}

export function under(prefix: string, complaints: Complaint[]): Complaint[] {
  return complaints.map(({ pointer, message }) => ({ pointer: prefix + pointer, message }));
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
