import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { ProfileId, termFields } from "../../../src/rules/profile.ts";
import type { LocalProfileStore } from "../../../src/stores/sql/profile-store.ts";
import { leaveOlder } from "../../support/leave-older.ts";
import { ana, makeDraft } from "../../support/make-profile.ts";
import { acme, pathOf, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = "2026-05-01T12:00:00.000Z";
const [one, other] = [ProfileId.parse(crypto.randomUUID()), ProfileId.parse(crypto.randomUUID())];
const first = makeDraft({ name: "Fintech", industries: ["FinTech", "SaaS"], countries: ["Chile"] });
const second = makeDraft({ name: "Health", industries: ["saas"], jobTitles: ["CTO", "CFO"] });

/** A folder as the last version left it that had a row for each word of each profile. */
async function leaveRows() {
  const folder = temporaryFolder();
  await leaveOlder(folder, "010");
  inSqlite(pathOf(folder), (sqlite) => {
    const insert = sqlite.prepare(
      `insert into profiles (id, name, name_key, description, is_active, min_confidence, daily_limit, schedule,
        revision, created_at, created_by, changed_at, changed_by, search_text, owner)
       values (?, ?, ?, '', 1, 0.7, 10, 'daily', 1, ?, ?, ?, ?, '', ?)`,
    );
    const term = sqlite.prepare("insert into profile_terms values (?, ?, ?, ?, ?)");
    const revision = sqlite.prepare("insert into revisions values (?, 1, ?, ?, ?, ?, 0, '', 'saved', null)");
    for (const [id, draft] of [[one, first] as const, [other, second] as const]) {
      insert.run(id, draft.name, draft.name.toLowerCase(), at, ana, at, ana, ana);
      revision.run(id, at, ana, JSON.stringify(draft), ana);
      for (const field of termFields) {
        // Not in the order in which they were inserted.
        for (const [position, word] of [...draft[field].entries()].reverse()) {
          term.run(id, field, position, word, word.toLowerCase());
        }
      }
    }
    sqlite.prepare("insert into submissions values ('form 1', ?)").run(one);
    const note = sqlite.prepare(
      "insert into audit (at, by, kind, subject, before, after) values (?, ?, 'profile-created', ?, '', '')",
    );
    for (const { name } of [first, second]) note.run(at, ana, name);
  });
  return folder;
}

const ask = { by: ana, at: new Date(at), writesPerDay: 200 };

it("finds every profile of an older file with its words, and a copy of that file", async () => {
  const folder = await leaveRows();
  const store = (await storesIn(folder)).profilesOf(acme);
  expect(await store.find(one)).toMatchObject(first);
  expect(await store.find(other)).toMatchObject(second);
  expect(await store.usedTerms("industries")).toEqual([
    { term: "SaaS", profiles: 2 },
    { term: "FinTech", profiles: 1 },
  ]);
  expect(await store.usedTerms("jobTitles")).toHaveLength(2);
  expect(existsSync(`${pathOf(folder)}.before-010-lighter-saves`)).toBe(true);
});

it("knows what a submission to an older version became", async () => {
  const store = (await storesIn(await leaveRows())).profilesOf(acme);
  expect(await store.create({ ...ask, key: "form 1", draft: first })).toMatchObject({
    kind: "created",
    profile: { id: one },
  });
  expect(await store.create({ ...ask, key: "form 1", draft: second })).toMatchObject({ kind: "key-used" });
});

it("goes on with an older history, of which nobody can take anything away", async () => {
  const folder = await leaveRows();
  const stores = await storesIn(folder);
  await stores.auditOf(acme).note({
    at,
    by: ana,
    kind: "profile-paused",
    subject: "Fintech",
    before: "active",
    after: "paused",
  });
  const entries = await stores.auditOf(acme).all();
  expect(entries.map(({ subject }) => subject)).toEqual(["Fintech", "Health", "Fintech"]);
  inSqlite(pathOf(folder), (sqlite) => {
    for (const change of ["delete from audit", "update audit set subject = 'Nothing'"]) {
      expect(() => sqlite.exec(change)).toThrow("only ever added to");
    }
  });
});

it("takes a word off the menus with the last profile that has it, and no sooner", async () => {
  const folder = await leaveRows();
  const store = (await storesIn(folder)).profilesOf(acme);
  const changed = makeDraft({ ...first, industries: ["FinTech", "Banking"], countries: [] });
  await store.revise({ ...ask, id: one, revision: 1, draft: changed });
  expect(await wordsOf(store)).toEqual(["Banking 1", "FinTech 1", "saas 1", "CFO 1", "CTO 1"]);
  await store.archive.put({ ...ask, id: other, revision: 1 });
  expect(await wordsOf(store)).toEqual(["Banking 1", "FinTech 1"]);
  await store.archive.takeBack({ ...ask, id: other, revision: 2 });
  expect(await wordsOf(store)).toEqual(["Banking 1", "FinTech 1", "saas 1", "CFO 1", "CTO 1"]);
  const left = inSqlite(pathOf(folder), (sqlite) =>
    sqlite.prepare("select count(*) from words").pluck().get(),
  );
  expect(left).toBe(5);
});

async function wordsOf(store: LocalProfileStore): Promise<string[]> {
  const lists = await Promise.all(termFields.map((field) => store.usedTerms(field)));
  return lists.flat().map(({ term, profiles }) => `${term} ${profiles}`);
}
