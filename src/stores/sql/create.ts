import type { Transaction } from "kysely";
import { Profile, ProfileDraft } from "../../rules/profile.ts";
import { foldKey } from "../../rules/text.ts";
import type { CreateAnswer, CreateAsk } from "../profile-store.ts";
import { countWrite, utcDay, writesOn } from "./day-writes.ts";
import { findBy, insertProfile, withTerms } from "./profile-queries.ts";
import type { WorkspaceTables } from "./tables.ts";

export async function create(
  db: Transaction<WorkspaceTables>,
  { draft, key, by, at, writesPerDay, sayAdded }: CreateAsk & { sayAdded(profile: Profile): void },
): Promise<CreateAnswer> {
  const day = utcDay(at);
  const submitted = JSON.stringify(ProfileDraft.parse(draft));
  const before = await db
    .selectFrom("submissions")
    .innerJoin("profiles", "profiles.id", "submissions.profile_id")
    .selectAll("profiles")
    .select("submissions.draft")
    .where("submissions.key", "=", key)
    .executeTakeFirst();
  if (before !== undefined) {
    const profile = await withTerms(db, before);
    return before.draft === submitted
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
    createdAt: now,
    createdBy: by,
    changedAt: now,
    changedBy: by,
  });
  await insertProfile(db, profile);
  sayAdded(profile);
  await db.insertInto("submissions").values({ key, profile_id: profile.id, draft: submitted }).execute();
  return { kind: "created", profile, writesToday: await countWrite(db, { day, used }) };
}
