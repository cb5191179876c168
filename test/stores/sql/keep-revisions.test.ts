import { expect, it } from "vitest";
import { ProfileId } from "../../../src/rules/profile.ts";
import { leaveOlder } from "../../support/leave-older.ts";
import { ana, ben, makeDraft } from "../../support/make-profile.ts";
import { acme, pathOf, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const [made, changed] = ["2026-05-01T12:00:00.000Z", "2026-05-03T12:00:00.000Z"];
const first = makeDraft({ name: "Fintech", industries: ["SaaS"] });
const now = makeDraft({ name: "Fintech DACH", industries: ["FinTech", "Banking"], isActive: false });
const unchanged = makeDraft({ name: "Health", industries: ["Biotechnology"] });
const [revised, imported, kept] = [newId(), newId(), newId()];

function newId(): ProfileId {
  return ProfileId.parse(crypto.randomUUID());
}

/** A file as the last version wrote it that kept no revisions. */
async function openOlder() {
  const folder = temporaryFolder();
  await leaveOlder(folder, "007");
  inSqlite(pathOf(folder), (sqlite) => {
    const insert = sqlite.prepare(
      `insert into profiles (id, name, name_key, description, is_active, min_confidence, daily_limit, schedule,
        revision, created_at, created_by, changed_at, changed_by, search_text)
       values (?, ?, ?, '', ?, 0.7, 10, 'daily', ?, ?, ?, ?, ?, '')`,
    );
    insert.run(revised, now.name, "fintech dach", 0, 3, made, ana, changed, ben);
    insert.run(imported, "Imported", "imported", 1, 2, made, "operator", changed, ben);
    insert.run(kept, unchanged.name, "health", 1, 1, made, ana, made, ana);
    const term = sqlite.prepare("insert into profile_terms values (?, 'industries', ?, ?, ?)");
    // Not in the order in which they were inserted.
    term.run(revised, 1, "Banking", "banking");
    term.run(revised, 0, "FinTech", "fintech");
    term.run(kept, 0, "Biotechnology", "biotechnology");
    const submission = sqlite.prepare("insert into submissions values (?, ?, ?)");
    submission.run("form 1", revised, JSON.stringify(first));
    submission.run("form 2", kept, JSON.stringify(unchanged));
  });
  return (await storesIn(folder)).profilesOf(acme);
}

it("knows of a profile that is older than its history what it is now, and what it was made as", async () => {
  const { history } = await openOlder();
  const page = await history.page({ id: revised, page: 1, pageSize: 5 });
  const rest = { id: revised, owner: ana, isArchived: false, reason: "", how: { kind: "saved" } };
  expect(page.items).toEqual([
    { revision: { ...rest, revision: 3, at: changed, by: ben, draft: now } },
    { revision: { ...rest, revision: 1, at: made, by: ana, draft: first } },
  ]);
  const other = await history.page({ id: imported, page: 1, pageSize: 5 });
  expect(other.items).toMatchObject([{ revision: { revision: 2, by: ben, owner: "operator" } }]);
});

it("gives each profile of before an owner, and its archive is empty", async () => {
  const store = await openOlder();
  expect(await store.find(revised)).toMatchObject({ owner: ana, name: "Fintech DACH", revision: 3 });
  expect(await store.find(imported)).toMatchObject({ owner: "operator" });
  expect(await store.archive.list({ page: 1, pageSize: 10 })).toMatchObject({ total: 0 });
});

it("answers a submission of before with what it became, and takes another draft for another one", async () => {
  const store = await openOlder();
  const ask = { key: "form 1", by: ana, at: new Date(changed), writesPerDay: 200 };
  const again = await store.create({ ...ask, draft: first });
  expect(again).toMatchObject({ kind: "created", profile: { id: revised, name: "Fintech DACH" } });
  const same = await store.create({ ...ask, key: "form 2", draft: unchanged });
  expect(same).toMatchObject({ kind: "created", profile: { id: kept } });
  const other = await store.create({ ...ask, draft: now });
  expect(other).toMatchObject({ kind: "key-used", profile: { id: revised } });
});
