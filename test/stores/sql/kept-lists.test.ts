import { expect, it, onTestFinished } from "vitest";
import type { ProfileStore } from "../../../src/stores/profile-store.ts";
import { createSqlProfileStore } from "../../../src/stores/sql/profile-store.ts";
import { createWorkspaceFiles } from "../../../src/stores/sql/workspace-files.ts";
import { makeDraft } from "../../support/make-profile.ts";
import { acme, beta, pathOf, save, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("answers with the same array, field by field, until something changes", async () => {
  const { store } = await open();
  await save(store, { name: "Fintech", industries: ["FinTech"], countries: ["Austria"] });
  const [industries, countries, departments] = await Promise.all([
    store.usedTerms("industries"),
    store.usedTerms("countries"),
    store.usedTerms("departments"),
  ]);
  expect(industries).toEqual([{ term: "FinTech", profiles: 1 }]);
  expect(countries).toEqual([{ term: "Austria", profiles: 1 }]);
  expect(departments).toEqual([]);
  await store.findByName("Fintech");
  expect(await store.usedTerms("industries")).toBe(industries);
  expect(await store.usedTerms("countries")).toBe(countries);
  expect(await store.usedTerms("departments")).toBe(departments);
});

it("answers the whole of few profiles with the same array until one changes, and many anew", async () => {
  const { store } = await open();
  const everything = { words: [], state: "all", page: 1, pageSize: Number.MAX_SAFE_INTEGER } as const;
  await save(store, { name: "First" });
  const { profiles } = await store.list(everything);
  expect((await store.list({ ...everything, pageSize: 10 })).profiles).toBe(profiles);
  const at = new Date("2026-05-02T12:00:00Z");
  const [first] = profiles;
  if (first === undefined) throw new Error("there is a profile");
  const draft = { ...first, isActive: false };
  await store.revise({ ...first, draft, by: "operator", at, writesPerDay: 200 });
  expect((await store.list(everything)).profiles).toMatchObject([{ name: "First", isActive: false }]);
  await save(store, { name: "Second" });
  expect((await store.list(everything)).profiles.map(({ name }) => name).sort()).toEqual(["First", "Second"]);
  const many = Array.from({ length: 199 }, (_, index) => ({ draft: makeDraft({ name: `P${index}` }) }));
  await store.takeIn({ profiles: many, by: "operator", at });
  const { profiles: more } = await store.list(everything);
  expect(more).toHaveLength(201);
  expect((await store.list(everything)).profiles).not.toBe(more);
});

it("counts what was saved since", async () => {
  const { store } = await open();
  await save(store, { name: "First", industries: ["SaaS"] });
  const before = await store.usedTerms("industries");
  await save(store, { name: "Second", industries: ["SaaS", "Banking"] });
  const after = await store.usedTerms("industries");
  expect(after).toEqual([
    { term: "SaaS", profiles: 2 },
    { term: "Banking", profiles: 1 },
  ]);
  expect(before).toEqual([{ term: "SaaS", profiles: 1 }]);
  expect(await store.usedTerms("industries")).toBe(after);
});

it("adds what it saves to what it keeps, just as another connection reads it anew", async () => {
  const { folder, store } = await open();
  const drafts = [
    { name: "b", industries: ["SaaS", "Banking", "éclair"], countries: ["Austria"] },
    { name: "a", industries: ["saas", "Æther", "Zinc"], countries: [] },
    { name: "B 2", industries: ["BANKING", "Apps", "Éclair"], isActive: false },
    { name: "c", industries: [], countries: ["austria", "Åland"] },
  ];
  for (const draft of drafts) {
    await listsOf(store);
    await save(store, draft);
    const other = (await storesIn(folder)).profilesOf(acme);
    expect(await listsOf(store)).toEqual(await listsOf(other));
  }
});

it("does not read all words anew for a save of its own, refused or repeated ones included", async () => {
  const { store } = await open();
  await save(store, { name: "First", industries: ["Banking", "SaaS"] });
  const [banking] = await store.usedTerms("industries");
  await save(store, { name: "Second", industries: ["Shipping"] });
  await save(store, { name: "Second", industries: ["Shipping"] });
  await save(store, { name: "SECOND", industries: ["Mining"] });
  const after = await store.usedTerms("industries");
  expect(after.map(({ term }) => term)).toEqual(["Banking", "SaaS", "Shipping"]);
  expect(after[0]).toBe(banking);
});

it("keeps nothing of a save that fails as late as when it is committed", async () => {
  const { folder, store } = await open();
  await save(store, { name: "First", industries: ["Banking"] });
  inSqlite(pathOf(folder), (sqlite) => {
    sqlite.exec(`
      create table parents (id integer primary key);
      create table children (parent references parents deferrable initially deferred);
      create trigger last after update on writes begin insert into children values (1); end`);
  });
  const before = await listsOf(store);
  await expect(save(store, { name: "Second", industries: ["Shipping"] })).rejects.toThrow();
  expect(await listsOf(store)).toEqual(before);
});

it.each([
  ["renamed", "update words set term = 'Shipping', term_key = 'shipping'", ["Shipping"]],
  ["took away", "delete from words", []],
])("sees what another process %s in the file", async (_what, change, terms) => {
  const { folder, store } = await open();
  await save(store, { name: "Freight", industries: ["Freight"] });
  expect(await termsOf(store)).toEqual(["Freight"]);
  inSqlite(pathOf(folder), (sqlite) => sqlite.exec(change));
  expect(await termsOf(store)).toEqual(terms);
});

it("counts profiles anew after each change, whoever made it", async () => {
  const { folder, store } = await open();
  await save(store, { name: "One" });
  expect(await store.count()).toEqual({ total: 1, active: 1 });
  await save(store, { name: "Two" });
  expect(await store.count()).toEqual({ total: 2, active: 2 });
  inSqlite(pathOf(folder), (sqlite) => sqlite.exec("update profiles set is_active = 0 where name = 'One'"));
  expect(await store.count()).toEqual({ total: 2, active: 1 });
  const paused = await store.list({ words: [], state: "paused", page: 1, pageSize: 10 });
  expect(paused).toMatchObject({ matching: 1, total: 2, profiles: [{ name: "One" }] });
});

it("sees what the same bot saved over another connection", async () => {
  const { folder, store } = await open();
  const other = (await storesIn(folder)).profilesOf(acme);
  expect([await termsOf(store), await termsOf(other)]).toEqual([[], []]);
  await save(store, { name: "One", industries: ["Banking"] });
  expect([await termsOf(store), await termsOf(other)]).toEqual([["Banking"], ["Banking"]]);
  await save(other, { name: "Two", industries: ["Biotech"] });
  expect(await termsOf(store)).toEqual(["Banking", "Biotech"]);
});

it("tells workspaces apart, and sees what changed while a workspace's file was closed", async () => {
  const folder = temporaryFolder();
  const files = createWorkspaceFiles(folder, { maxOpen: 1 });
  onTestFinished(() => files.close());
  const [acmes, betas] = [createSqlProfileStore(files, acme), createSqlProfileStore(files, beta)];
  for (const round of ["1", "2", "3"]) {
    await save(acmes, { name: round, industries: [`Acme ${round}`] });
    await save(betas, { name: round, industries: [`Beta ${round}`] });
    expect((await termsOf(acmes)).at(-1)).toBe(`Acme ${round}`);
    expect((await termsOf(betas)).at(-1)).toBe(`Beta ${round}`);
  }
  const before = await termsOf(acmes);
  await termsOf(betas);
  inSqlite(`${folder}/T0ACME.sqlite`, (sqlite) => sqlite.exec("delete from words where term = 'Acme 3'"));
  expect(before).toEqual(["Acme 1", "Acme 2", "Acme 3"]);
  expect(await termsOf(acmes)).toEqual(["Acme 1", "Acme 2"]);
});

it("answers right for more words than are kept", { timeout: 20_000 }, async () => {
  const { folder, store } = await open();
  await save(store, { name: "Fintech", industries: ["FinTech"] });
  inSqlite(pathOf(folder), (sqlite) => {
    sqlite.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)
      insert into words select 'countries', 'country ' || i, 'Country ' || i, 1 from n`);
  });
  for (const _ of [1, 2]) expect(await store.usedTerms("countries")).toHaveLength(200_000);
  expect(await termsOf(store)).toEqual(["FinTech"]);
});

async function open() {
  const folder = temporaryFolder();
  return { folder, store: (await storesIn(folder)).profilesOf(acme) };
}

async function listsOf(store: ProfileStore) {
  return {
    industries: await store.usedTerms("industries"),
    countries: await store.usedTerms("countries"),
    names: (await store.names()).map(({ name, isActive }) => ({ name, isActive })),
  };
}

async function termsOf(store: ProfileStore): Promise<string[]> {
  return (await store.usedTerms("industries")).map(({ term }) => term);
}
