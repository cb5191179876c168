import { describe, expect, it } from "vitest";
import type { Profile } from "../../src/rules/profile.ts";
import { ProfileId } from "../../src/rules/profile.ts";
import type { ArchiveAsk } from "../../src/stores/profile-archive.ts";
import type { LocalProfileStore } from "../../src/stores/sql/profile-store.ts";
import { ana, ben, makeDraft } from "./make-profile.ts";

const noon = new Date("2026-05-01T12:00:00Z");
const later = new Date("2026-05-01T13:00:00Z");
const nobody = ProfileId.parse("0c8e4f5e-7d57-4a35-9c52-1f6a4f6b2d11");

/** What every backend promises that keeps what profiles were like. `open` answers an empty store. */
export function describeProfileLife(backend: string, open: () => Promise<LocalProfileStore>): void {
  describe(`the life of a profile on ${backend}`, () => {
    it("keeps every revision with who made it when and why, the newest first, page by page", async () => {
      const store = await open();
      const made = await create(store, { industries: ["SaaS"] });
      const renamed = await revise(store, made, { name: "Health" }, { reason: "New market", by: ben });
      await revise(store, renamed, { isActive: false }, { owner: ben });
      const { id } = made;
      const first = await store.history.page({ id, page: 1, pageSize: 2 });
      expect(first).toMatchObject({
        page: 1,
        pages: 2,
        total: 3,
        items: [
          {
            revision: { revision: 3, by: ana, owner: ben, draft: { name: "Health", isActive: false } },
            before: { revision: 2 },
          },
          {
            revision: { revision: 2, by: ben, owner: ana, reason: "New market", at: later.toISOString() },
            before: { revision: 1, draft: { name: "Fintech DACH", industries: ["SaaS"] } },
          },
        ],
      });
      const last = await store.history.page({ id, page: 9, pageSize: 2 });
      expect(last).toMatchObject({ page: 2, items: [{ revision: { revision: 1, how: { kind: "saved" } } }] });
      expect(last.items[0]).not.toHaveProperty("before");
      expect(await store.history.find({ id, revision: 2 })).toEqual(first.items[1]?.revision);
      expect(await store.history.find({ id, revision: 4 })).toBeUndefined();
    });

    it("says of which revision one is that takes something back", async () => {
      const store = await open();
      const made = await create(store);
      await revise(store, made, { name: "Health" }, { how: { kind: "undone", of: 1 } });
      const { items } = await store.history.page({ id: made.id, page: 1, pageSize: 1 });
      expect(items[0]?.revision.how).toEqual({ kind: "undone", of: 1 });
    });

    it("answers the newest change of each profile since a moment, and those alone", async () => {
      const store = await open();
      const old = await create(store, { name: "Old" });
      const made = await create(store, { name: "Made" }, later);
      await revise(store, made, { name: "Renamed" }, { at: new Date(later.getTime() + 1) });
      const changes = await store.history.recent({ since: noon, most: 5 });
      expect(changes).toMatchObject([
        { revision: { revision: 2, draft: { name: "Renamed" } }, before: { revision: 1 } },
      ]);
      await store.archive.put(archiving(old, { at: new Date(later.getTime() + 2) }));
      const both = await store.history.recent({ since: noon, most: 5 });
      expect(both.map(({ revision }) => revision.draft.name)).toEqual(["Old", "Renamed"]);
      expect(await store.history.recent({ since: noon, most: 1 })).toEqual([both[0]]);
    });

    it("takes an archived profile out of everything that lists, finds, counts and suggests, and frees its name", async () => {
      const store = await open();
      const made = await create(store, { industries: ["SaaS"] });
      const answer = await store.archive.put(archiving(made, { by: ben, reason: "Sold out" }));
      expect(answer).toMatchObject({
        kind: "archived",
        archived: { revision: 2, by: ben, reason: "Sold out", isArchived: true, createdBy: ana },
      });
      expect(await store.find(made.id)).toBeUndefined();
      expect(await store.findByName(made.name)).toBeUndefined();
      expect(await store.count()).toEqual({ total: 0, active: 0 });
      expect(await store.names()).toEqual([]);
      expect(await store.usedTerms("industries")).toEqual([]);
      const everything = { words: [], state: "all", page: 1, pageSize: 10 } as const;
      expect(await store.list(everything)).toMatchObject({ profiles: [], total: 0, archived: 1 });
      await create(store, { name: made.name.toUpperCase() }, later);
      expect(await store.archive.find(made.id)).toMatchObject({ draft: { name: made.name } });
      expect(await store.archive.put(archiving(made))).toEqual({ kind: "gone" });
    });

    it("puts an archived profile back as it was, unless its name is taken meanwhile", async () => {
      const store = await open();
      const made = await create(store, { industries: ["SaaS"], isActive: false });
      await store.archive.put(archiving(made));
      const seen = { ...archiving(made), revision: 2, at: later };
      const namesake = await create(store, { name: made.name }, later);
      expect(await store.archive.takeBack(seen)).toEqual({ kind: "name-taken", profile: namesake });
      await store.archive.put(archiving(namesake));
      expect(await store.archive.takeBack({ ...seen, revision: 1 })).toEqual({ kind: "stale" });
      const back = { ...made, revision: 3, changedAt: later.toISOString(), changedBy: ana };
      expect(await store.archive.takeBack(seen)).toEqual({ kind: "taken-back", profile: back });
      expect(await store.find(made.id)).toEqual(back);
      expect(await store.usedTerms("industries")).toEqual([{ term: "SaaS", profiles: 1 }]);
      expect(await store.archive.takeBack({ ...seen, revision: 3 })).toEqual({ kind: "gone" });
    });

    it("archives only the revision that was seen", async () => {
      const store = await open();
      const made = await create(store);
      const current = await revise(store, made, { name: "Health" });
      expect(await store.archive.put(archiving(made))).toEqual({ kind: "stale", current });
      expect(await store.count()).toEqual({ total: 1, active: 1 });
    });

    it("lists the archive page by page, what was archived last first", async () => {
      const store = await open();
      for (const [index, name] of ["One", "Two", "Three"].entries()) {
        const made = await create(store, { name });
        await store.archive.put(archiving(made, { at: new Date(later.getTime() + index) }));
      }
      const first = await store.archive.list({ page: 1, pageSize: 2 });
      expect(first).toMatchObject({ page: 1, pages: 2, total: 3 });
      expect(first.items.map(({ draft }) => draft.name)).toEqual(["Three", "Two"]);
      const last = await store.archive.list({ page: 5, pageSize: 2 });
      expect(last.items.map(({ draft }) => draft.name)).toEqual(["One"]);
    });

    it("answers a submission that comes again with what it became, wherever that is", async () => {
      const store = await open();
      const made = await create(store);
      const renamed = await revise(store, made, { name: "Health" });
      expect(await create(store)).toEqual(renamed);
      await store.archive.put(archiving(renamed));
      expect(await create(store)).toMatchObject({ id: made.id, name: "Health" });
      expect(await store.count()).toEqual({ total: 0, active: 0 });
    });

    it("takes in nothing whose id is in the archive", async () => {
      const store = await open();
      const made = await create(store);
      await store.archive.put(archiving(made));
      const profiles = [{ draft: makeDraft({ name: "Again" }), id: made.id }];
      const answer = await store.takeIn({ profiles, by: "operator", at: later });
      expect(answer).toMatchObject({ taken: [], skipped: [{ name: "Again", because: { id: made.id } }] });
    });

    it("forgets a deleted one with all that it was, and nothing that is not in the archive", async () => {
      const store = await open();
      const made = await create(store);
      const remove = (id: ProfileId) => store.archive.remove({ id, by: ana, at: later });
      expect(await remove(made.id)).toBe(false);
      expect(await store.find(made.id)).toEqual(made);
      await store.archive.put(archiving(made));
      expect(await remove(made.id)).toBe(true);
      expect(await remove(made.id)).toBe(false);
      expect(await store.archive.find(made.id)).toBeUndefined();
      expect((await store.history.page({ id: made.id, page: 1, pageSize: 5 })).total).toBe(0);
      expect(await store.history.recent({ since: new Date(0), most: 5 })).toEqual([]);
      expect((await create(store)).id).not.toBe(made.id);
      expect(await store.archive.takeBack(archiving({ ...made, id: nobody }))).toEqual({ kind: "gone" });
    });
  });
}

/** The same draft is the same submission. */
async function create(
  store: LocalProfileStore,
  draft: Parameters<typeof makeDraft>[0] = {},
  at = noon,
): Promise<Profile> {
  const key = `${at.getTime()} ${JSON.stringify(draft)}`;
  const answer = await store.create({ draft: makeDraft(draft), key, by: ana, at, writesPerDay: 200 });
  if (answer.kind !== "created") throw new Error(`it answered ${answer.kind}`);
  return answer.profile;
}

async function revise(
  store: LocalProfileStore,
  { id, revision, ...was }: Profile,
  draft: Parameters<typeof makeDraft>[0],
  rest: Partial<Parameters<LocalProfileStore["revise"]>[0]> = {},
): Promise<Profile> {
  const facts = { by: ana, at: later, writesPerDay: 200 };
  const answer = await store.revise({
    id,
    revision,
    draft: makeDraft({ ...was, ...draft }),
    ...facts,
    ...rest,
  });
  if (answer.kind !== "revised") throw new Error(`it answered ${answer.kind}`);
  return answer.profile;
}

function archiving({ id, revision }: Profile, rest: Partial<ArchiveAsk> = {}): ArchiveAsk {
  return { id, revision, by: ana, at: later, ...rest };
}
