import type { Kysely, Transaction } from "kysely";
import { Profile, ProfileDraft } from "../../rules/profile.ts";
import { snapshotOf } from "../../rules/revision.ts";
import { foldKey } from "../../rules/text.ts";
import type { CreateAnswer, CreateAsk } from "../profile-store.ts";
import { findAsProfile } from "./archive.ts";
import { note } from "./audit-store.ts";
import { builtOnce } from "./built-once.ts";
import { countWrite, utcDay } from "./day-writes.ts";
import { findBy, insertProfile } from "./profile-queries.ts";
import { firstDraft, keepRevision } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";

type Write = Transaction<WorkspaceTables>;

export async function create(
  db: Write,
  { draft, key, by, at, writesPerDay, sayAdded }: CreateAsk & { sayAdded(profile: Profile): void },
): Promise<CreateAnswer> {
  const day = utcDay(at);
  const { submitted, namesake, used } = await findBefore(db, { key, name: draft.name, day });
  const earlier = submitted === undefined ? undefined : await findAnywhere(db, submitted);
  if (earlier !== undefined) {
    const first = await firstDraft(db, earlier.id);
    return JSON.stringify(first) === JSON.stringify(ProfileDraft.parse(draft))
      ? { kind: "created", profile: earlier, writesToday: used }
      : { kind: "key-used", profile: earlier };
  }
  if (namesake !== undefined) return { kind: "name-taken", profile: namesake };
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
  if (key !== undefined) await db.insertInto("submissions").values({ key, profile_id: profile.id }).execute();
  return { kind: "created", profile, writesToday: await countWrite(db, { day, used }) };
}

/** All that may stand in the way, in one look: the id of what the key became, and whoever has the name. */
async function findBefore(
  db: Write,
  { key, name, day }: { key: string | undefined; name: string; day: string },
) {
  const [found] = await lookForAll(db, { key: key ?? "", nameKey: foldKey(name), day });
  const { submitted = null, namesake = null, used = null } = found ?? {};
  return {
    submitted: key === undefined || submitted === null ? undefined : submitted,
    namesake: namesake === null ? undefined : await findBy(db, { column: "id", value: namesake }),
    used: used ?? 0,
  };
}

const lookForAll = builtOnce(
  (db: Kysely<WorkspaceTables>, { key, nameKey, day }: Readonly<Record<"key" | "nameKey" | "day", string>>) =>
    db.selectNoFrom(({ selectFrom }) => [
      selectFrom("submissions").select("profile_id").where("key", "=", key).as("submitted"),
      selectFrom("profiles").select("id").where("name_key", "=", nameKey).as("namesake"),
      selectFrom("writes").select("used").where("day", "=", day).as("used"),
    ]),
);

/** In the list or in the archive. */
async function findAnywhere(db: Write, id: string): Promise<Profile | undefined> {
  return (await findBy(db, { column: "id", value: id })) ?? findAsProfile(db, id);
}
