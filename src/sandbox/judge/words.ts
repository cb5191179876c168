import type { z } from "zod";

type RawIssue = z.core.$ZodRawIssue;

/** Says an issue so that it reads after its pointer: "/title/text is 30 long; at most 24 fit". */
export function inWords(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is required"
        : `must be ${expected[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.input === undefined
        ? "is required"
        : `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "too_big":
      return tooBig(issue);
    case "too_small":
      return tooSmall(issue);
    default:
      return undefined;
  }
}

/** Words for a `type` that no alternative answers to: one complaint, not one for each alternative. */
export function forWrongType(say: (type: string) => string) {
  return (issue: RawIssue): string | undefined => {
    if (issue.code !== "invalid_union") return undefined;
    const type = fieldOf(issue.input, issue.discriminator);
    if (type === undefined) return "is required";
    return typeof type === "string" ? say(type) : "must be a string";
  };
}

/** For where one type alone may stand. */
export function onlyType(type: string) {
  return forWrongType(() => `must be "${type}" here`);
}

export function notCovered(type: string): string {
  return `"${type}" is not covered by this judge`;
}

const expected: Record<string, string> = {
  string: "a string",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object",
  record: "an object",
};

function tooBig({ input, maximum }: RawIssue & { code: "too_big" }): string {
  return Array.isArray(input)
    ? `holds ${input.length}; at most ${maximum} fit`
    : `must be at most ${maximum}`;
}

function tooSmall({ input, minimum }: RawIssue & { code: "too_small" }): string {
  if (typeof input === "string" || Array.isArray(input)) return "must not be empty";
  return `must be at least ${minimum}`;
}

function fieldOf(value: unknown, field: unknown): unknown {
  if (typeof value !== "object" || value === null || typeof field !== "string") return undefined;
  return Object.entries(value).find(([key]) => key === field)?.[1];
}
