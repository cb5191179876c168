import type { Profile } from "../rules/profile.ts";

/** What a request asks of the profile that it would change. */
export type Condition =
  | { readonly kind: "any" }
  /** Only if it has one of these. */
  | { readonly kind: "revisions"; readonly revisions: readonly number[] }
  | { readonly kind: "malformed" };

/** A profile's entity tag is its revision. */
export function printTag({ revision }: Pick<Profile, "revision">): string {
  return `"${revision}"`;
}

const tags = /[\t ]*(?:(W\/)?"([\x21\x23-\x7E\x80-\xFF]*)"[\t ]*)?(?:,|$)/y;

/** Source: RFC 9110, 13.1.1. Tags are compared strongly: a weak one, and one that is no revision, matches nothing. */
export function readIfMatch(header: string): Condition {
  if (header.trim() === "*") return { kind: "any" };
  const found: RegExpExecArray[] = [];
  tags.lastIndex = 0;
  while (tags.lastIndex < header.length) {
    const next = tags.exec(header);
    if (next === null) return { kind: "malformed" };
    if (next[2] !== undefined) found.push(next);
  }
  if (found.length === 0) return { kind: "malformed" };
  const revisions = found.flatMap(([, weak, tag = ""]) =>
    weak === undefined && /^[1-9]\d{0,14}$/.test(tag) ? [Number(tag)] : [],
  );
  return { kind: "revisions", revisions };
}

/** No profile has this one. */
const none = 0;

/** Does it to the profile as it is now, or to that one of the revisions which it has. */
export async function onCondition<Answer extends { readonly kind: string }>(
  condition: Exclude<Condition, { kind: "malformed" }>,
  attempt: (
    revision: number | undefined,
  ) => Promise<Answer | { readonly kind: "stale"; readonly current: Profile }>,
) {
  if (condition.kind === "any") return attempt(undefined);
  const { revisions } = condition;
  let answer = await attempt(revisions[0] ?? none);
  while (isStale(answer) && revisions.includes(answer.current.revision)) {
    answer = await attempt(answer.current.revision);
  }
  return answer;
}

function isStale<Answer extends { readonly kind: string }>(
  answer: Answer | { readonly kind: "stale"; readonly current: Profile },
): answer is { readonly kind: "stale"; readonly current: Profile } {
  return answer.kind === "stale";
}
