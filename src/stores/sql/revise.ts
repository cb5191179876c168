import type { Transaction } from "kysely";
import type { AuditEntry } from "../../rules/audit.ts";
import { Profile } from "../../rules/profile.ts";
import { snapshotOf } from "../../rules/revision.ts";
import { foldKey } from "../../rules/text.ts";
import type { ReviseAnswer, ReviseAsk } from "../profile-store.ts";
import { note } from "./audit-store.ts";
import { countWrite, utcDay, writesOn } from "./day-writes.ts";
import { findBy, replaceProfile } from "./profile-queries.ts";
import { keepRevision } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";

export async function revise(
  db: Transaction<WorkspaceTables>,
  { id, revision, draft, owner, by, at, writesPerDay, reason, how }: ReviseAsk,
): Promise<ReviseAnswer> {
  const current = await findBy(db, { column: "id", value: id });
  if (current === undefined) return { kind: "gone" };
  if (current.revision !== revision) return { kind: "stale", current };

  const namesake = await findBy(db, { column: "name_key", value: foldKey(draft.name) });
  if (namesake !== undefined && namesake.id !== id) return { kind: "name-taken", profile: namesake };

  const day = utcDay(at);
  const used = await writesOn(db, day);
  if (used >= writesPerDay) return { kind: "writes-spent" };

  const profile = Profile.parse({
    ...current,
    ...draft,
    ...(owner !== undefined && { owner }),
    revision: revision + 1,
    changedAt: at.toISOString(),
    changedBy: by,
  });
  await replaceProfile(db, { was: current, is: profile });
  await keepRevision(db, { ...snapshotOf(profile), ...profile }, { by, at, reason, how });
  await note(db, { at: profile.changedAt, by, ...tellChange(current, profile) });
  return { kind: "revised", profile, writesToday: await countWrite(db, { day, used }) };
}

function tellChange(was: Profile, is: Profile): Pick<AuditEntry, "kind" | "subject" | "before" | "after"> {
  const { name: subject } = is;
  if (was.owner !== is.owner) {
    return { kind: "owner-set", subject, before: was.owner, after: is.owner };
  }
  if (was.isActive === is.isActive) {
    return { kind: "profile-changed", subject, before: was.name, after: is.name };
  }
  return is.isActive
    ? { kind: "profile-resumed", subject, before: "paused", after: "active" }
    : { kind: "profile-paused", subject, before: "active", after: "paused" };
}
