import type { Transaction } from "kysely";
import { Profile, ProfileDraft } from "../../rules/profile.ts";
import { snapshotOf } from "../../rules/revision.ts";
import { foldKey } from "../../rules/text.ts";
import type { CreateAnswer, CreateAsk } from "../profile-store.ts";
import { findAsProfile } from "./archive.ts";
import { note } from "./audit-store.ts";
import { countWrite, utcDay, writesOn } from "./day-writes.ts";
import { findBy, insertProfile } from "./profile-queries.ts";
import { firstDraft, keepRevision } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";

export async function create(
  db: Transaction<WorkspaceTables>,
  { draft, key, by, at, writesPerDay, sayAdded }: CreateAsk & { sayAdded(profile: Profile): void },
): Promise<CreateAnswer> {
  const day = utcDay(at);
  const before = await findSubmitted(db, key);
  if (before !== undefined) {
    const { profile, submitted } = before;
    return submitted === JSON.stringify(ProfileDraft.parse(draft))
      ? { kind: "created", profile, writesToday: await writesOn(db, day) }
      : { kind: "key-used", profile };
  }

  const namesake = await findBy(db, { column: "name_key", value: foldKey(draft.name) });
  if (namesake !== undefined) return { kind: "name-taken", profile: namesake };

  const used = await writesOn(db, day);
  if (used >= writesPerDay) return { kind: "writes-spent" };

  const now = at.toISOString();
  const profile = Profile.parse({
    ...draft,
    id: crypto.randomUUID(),
    revision: 1,
    owner: by,
    createdAt: now,
    createdBy: by,
    changedAt: now,
    changedBy: by,
  });
  await insertProfile(db, profile);
  sayAdded(profile);
  await keepRevision(db, { ...snapshotOf(profile), ...profile }, { by, at });
  const after = profile.isActive ? "active" : "paused";
  await note(db, { at: now, by, kind: "profile-created", subject: profile.name, after });
  await db.insertInto("submissions").values({ key, profile_id: profile.id }).execute();
  return { kind: "created", profile, writesToday: await countWrite(db, { day, used }) };
}

/** What the key became, in the list or in the archive, and the draft that it came with. */
async function findSubmitted(
  db: Transaction<WorkspaceTables>,
  key: string,
): Promise<{ profile: Profile; submitted: string | undefined } | undefined> {
  const row = await db
    .selectFrom("submissions")
    .select("profile_id")
    .where("key", "=", key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { profile_id: id } = row;
  const profile = (await findBy(db, { column: "id", value: id })) ?? (await findAsProfile(db, id));
  return profile && { profile, submitted: await firstDraft(db, id) };
}
