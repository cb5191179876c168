import { expect, it } from "vitest";
import type { AuditEntry } from "../../src/rules/audit.ts";
import type { Revision } from "../../src/rules/revision.ts";
import { snapshotOf } from "../../src/rules/revision.ts";
import { tellHistory } from "../../src/rules/told-history.ts";
import { makeProfile } from "../support/make-profile.ts";

const at = "2026-05-01T12:00:00.000Z";

it("tells each change apart of those that one person made to one profile in one moment", () => {
  const [first, second, third] = [revised(10), revised(20), revised(30)];
  const entries = [changed("Fintech"), changed("Fintech")];
  const told = tellHistory(entries, [
    { revision: second, before: first },
    { revision: third, before: second },
  ]);
  expect(told.map(({ changes }) => changes)).toEqual([
    [{ field: "dailyLimit", before: 10, after: 20 }],
    [{ field: "dailyLimit", before: 20, after: 30 }],
  ]);
});

it("tells nothing more of what is not kept any more, and nothing of another profile's change", () => {
  const steps = [{ revision: revised(20), before: revised(10) }];
  const others = [changed("Gone"), { ...changed("Fintech"), at: "2026-05-01T12:00:00.001Z" }];
  expect(tellHistory(others, steps)).toEqual(others.map((entry) => ({ ...entry, changes: [], reason: "" })));
});

function changed(subject: string): AuditEntry {
  return { at, by: "U0ANA", kind: "profile-changed", subject, before: subject, after: subject } as AuditEntry;
}

function revised(dailyLimit: number): Revision {
  const profile = makeProfile({ name: "Fintech", dailyLimit });
  const how = { kind: "saved" } as const;
  return { ...snapshotOf(profile), ...profile, at, by: profile.owner, reason: "", how };
}
