import type { Transaction } from "kysely";
import { Profile } from "../../rules/profile.ts";
import { snapshotOf } from "../../rules/revision.ts";
import { foldKey } from "../../rules/text.ts";
import type { TakeInAnswer, TakeInAsk } from "../profile-store.ts";
import { findAsProfile } from "./archive.ts";
import { note } from "./audit-store.ts";
import { findBy, insertProfile } from "./profile-queries.ts";
import { keepRevision } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";

export async function takeIn(
  db: Transaction<WorkspaceTables>,
  { profiles, by, at }: TakeInAsk,
): Promise<TakeInAnswer> {
  const taken: Profile[] = [];
  const skipped: TakeInAnswer["skipped"][number][] = [];
  for (const { draft, id, createdAt } of profiles) {
    const because =
      (id && ((await findBy(db, { column: "id", value: id })) ?? (await findAsProfile(db, id)))) ??
      (await findBy(db, { column: "name_key", value: foldKey(draft.name) }));
    if (because !== undefined) {
      skipped.push({ name: draft.name, because });
      continue;
    }
    const profile = Profile.parse({
      ...draft,
      id: id ?? crypto.randomUUID(),
      revision: 1,
      owner: by,
      createdAt: createdAt ?? at.toISOString(),
      createdBy: by,
      changedAt: createdAt ?? at.toISOString(),
      changedBy: by,
    });
    await insertProfile(db, profile);
    await keepRevision(db, { ...snapshotOf(profile), ...profile }, { by, at });
    const after = profile.isActive ? "active" : "paused";
    await note(db, { at: at.toISOString(), by, kind: "profile-imported", subject: profile.name, after });
    taken.push(profile);
  }
  return { taken, skipped };
}
