import { describe, expect, it } from "vitest";
import type { Profile, ProfileDraft } from "../../src/rules/profile.ts";
import { ProfileId, termFields } from "../../src/rules/profile.ts";
import type {
  CreateAsk,
  ListAsk,
  ProfileStore,
  ReviseAsk,
  TakeInAsk,
} from "../../src/stores/profile-store.ts";
import { ana, ben, makeDraft } from "./make-profile.ts";

const noon = new Date("2026-05-01T12:00:00Z");

/** Why a backend is not asked for what others promise. */
const lacks = {
  takeIn: "this backend takes in nothing that was made elsewhere",
  revise: "this backend cannot change a profile",
  uniqueNames: "this backend lets two profiles have one name, and says so",
  writeLimit: "this backend's keeper counts the writes itself",
};

/** What every backend promises. `open` answers an empty store. */
export function describeProfileStore(backend: string, open: () => Promise<ProfileStore>): void {
  describe(`a profile store on ${backend}`, () => {
    it("gives back every field as it was saved", async () => {
      const store = await open();
      const draft = makeDraft({
        name: "Zürich 🏦 “quoted” & <!channel>",
        description: "first line\nsecond line",
        isActive: false,
        industries: ["FinTech", "Banking"],
        companySizes: ["51-200", "1001-5000"],
        jobTitles: ["VP Sales"],
        seniorityLevels: ["VP"],
        departments: ["Sales"],
        countries: ["Switzerland", "__proto__"],
        minConfidence: 0.85,
        dailyLimit: 25,
      });

      const answer = await store.create(ask(draft));

      expect(answer).toMatchObject({
        kind: "created",
        writesToday: 1,
        profile: { ...draft, revision: 1, createdAt: "2026-05-01T12:00:00.000Z", createdBy: ana },
      });
      const { profile } = created(answer);
      const found = await store.find(profile.id);
      expect(fieldsOf(found)).toEqual(fieldsOf(profile));
      expect(await store.findByName("zürich 🏦  “QUOTED” & <!channel>")).toEqual(found);
    });

    it("finds nothing where nothing is", async () => {
      const store = await open();
      expect(await store.find(ProfileId.parse(crypto.randomUUID()))).toBeUndefined();
      expect(await store.findByName("Fintech")).toBeUndefined();
      const nothing = {
        profiles: [],
        page: 1,
        pages: 1,
        matching: 0,
        total: 0,
        ...(store.archive && { archived: 0 }),
      };
      expect(await store.list(listAsk())).toEqual({ source: expect.anything(), ...nothing });
      expect(await store.count()).toEqual({ total: 0, active: 0 });
      expect(await store.usedTerms("industries")).toEqual([]);
      expect(await store.writesToday(noon)).toBe(0);
    });

    it("makes one profile of a submission that arrives five times", async () => {
      const store = await open();
      const answers = await Promise.all(Array.from({ length: 5 }, () => store.create(ask(makeDraft()))));
      expect(new Set(answers.map((answer) => created(answer).profile.id)).size).toBe(1);
      expect((await store.list(listAsk())).total).toBe(1);
      expect(await store.writesToday(noon)).toBe(1);
    });

    it("takes in what was made elsewhere, once, with the id and time it brings, and counts no write", async ({
      skip,
    }) => {
      const store = await open();
      const { takeIn } = store;
      if (takeIn === undefined) return skip(lacks.takeIn);
      const id = ProfileId.parse("7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11");
      const createdAt = "2025-01-02T03:04:05.000Z";
      const ask: TakeInAsk = {
        profiles: [
          { draft: makeDraft({ name: "Fintech" }), id, createdAt },
          { draft: makeDraft({ name: "Health" }) },
        ],
        by: "operator",
        at: noon,
      };
      const { taken, skipped } = await takeIn(ask);
      expect(taken).toMatchObject([
        { name: "Fintech", id, createdAt, createdBy: "operator", revision: 1 },
        { name: "Health", createdAt: noon.toISOString(), createdBy: "operator", revision: 1 },
      ]);
      expect(skipped).toEqual([]);
      expect(await store.find(id)).toEqual(taken[0]);
      expect(await store.writesToday(noon)).toBe(0);
      expect(await takeIn(ask)).toEqual({
        taken: [],
        skipped: taken.map((because) => ({ name: because.name, because })),
      });
      const renamed = { draft: makeDraft({ name: "Fintech 2" }), id };
      expect(await takeIn({ ...ask, profiles: [renamed] })).toEqual({
        taken: [],
        skipped: [{ name: "Fintech 2", because: taken[0] }],
      });
    });

    it("takes in all of them or none", async ({ skip }) => {
      const store = await open();
      const { takeIn } = store;
      if (takeIn === undefined) return skip(lacks.takeIn);
      const draft = { ...makeDraft({ name: "Broken" }), dailyLimit: -1 };
      const profiles = [{ draft: makeDraft({ name: "Fintech" }) }, { draft }];
      await expect(takeIn({ profiles, by: "operator", at: noon })).rejects.toThrow();
      expect(await store.count()).toEqual({ total: 0, active: 0 });
    });

    it("takes what comes without a key for something new each time", async () => {
      const store = await open();
      for (const name of ["First", "Second"]) {
        const answer = await store.create(ask(makeDraft({ name }), { key: undefined }));
        expect(answer).toMatchObject({ kind: "created", profile: { name } });
      }
    });

    it("says what a key became when it comes again with another draft", async () => {
      const store = await open();
      await store.create(ask(makeDraft({ name: "First" })));
      const answer = await store.create(ask(makeDraft({ name: "Second" })));
      expect(answer).toMatchObject({ kind: "key-used", profile: { name: "First" } });
      expect((await store.list(listAsk())).total).toBe(1);
    });

    it("refuses a second profile of the same name, however it is spelt", async ({ skip }) => {
      const store = await open();
      if (store.keeper === "kashew") return skip(lacks.uniqueNames);
      await store.create(ask(makeDraft({ name: "Éclair  Foods" })));
      const answer = await store.create(ask(makeDraft({ name: "éCLAIR foods" }), { key: "other" }));
      expect(answer).toMatchObject({ kind: "name-taken", profile: { name: "Éclair Foods" } });
      const unlike = await store.create(ask(makeDraft({ name: "Eclair Foods" }), { key: "third" }));
      expect(unlike.kind).toBe("created");
    });

    it("lets only one of two people have a name that both save at once", async ({ skip }) => {
      const store = await open();
      if (store.keeper === "kashew") return skip(lacks.uniqueNames);
      const [anas, bens] = await Promise.all([
        store.create(ask(makeDraft(), { key: "ana" })),
        store.create(ask(makeDraft(), { key: "ben", by: ben })),
      ]);
      expect([anas.kind, bens.kind].sort()).toEqual(["created", "name-taken"]);
    });

    it("stops at the plan's writes of a UTC day, and starts anew on the next", async ({ skip }) => {
      const store = await open();
      if (store.keeper === "kashew") return skip(lacks.writeLimit);
      const write = (name: string, at: Date) =>
        store.create(ask(makeDraft({ name }), { key: name, at, writesPerDay: 2 }));
      const late = new Date("2026-05-01T23:59:59.999Z");
      expect(await write("one", noon)).toMatchObject({ kind: "created", writesToday: 1 });
      expect(await write("two", late)).toMatchObject({ kind: "created", writesToday: 2 });
      expect(await write("three", late)).toEqual({ kind: "writes-spent" });
      expect(await write("three", new Date("2026-05-02T00:00:00Z"))).toMatchObject({ writesToday: 1 });
    });

    it("lists pages of ten, the newest first, and answers the last page for one past it", async () => {
      const store = await open();
      await fill(store, 21);
      const first = await store.list(listAsk());
      expect(first).toMatchObject({ page: 1, pages: 3, matching: 21, total: 21 });
      expect(first.profiles.map(({ name }) => name).slice(0, 2)).toEqual(["Profile 21", "Profile 20"]);
      const last = await store.list(listAsk({ page: 99 }));
      expect(last).toMatchObject({ page: 3, profiles: [{ name: "Profile 1" }] });
      const second = await store.list(listAsk({ page: 2 }));
      const whole = await store.list(listAsk({ pageSize: 100 }));
      expect([first, second, last].flatMap(({ profiles }) => profiles)).toEqual(whole.profiles);
    });

    it("goes on behind a profile, whatever was added meanwhile, in the state and with the words asked for", async () => {
      const store = await open();
      await fill(store, 5);
      const [first] = (await store.list(listAsk({ pageSize: 2, page: 2 }))).profiles;
      await store.create(
        ask(makeDraft({ name: "Newest" }), { key: "newest", at: new Date(noon.getTime() + 9e6) }),
      );
      const after = await store.list(listAsk({ olderThan: first, pageSize: 1 }));
      expect(after).toMatchObject({
        page: 1,
        pages: 2,
        matching: 2,
        total: 6,
        profiles: [{ name: "Profile 2" }],
      });
      const [last] = (await store.list(listAsk({ olderThan: first, words: ["profile", "1"] }))).profiles;
      expect(last?.name).toBe("Profile 1");
      expect((await store.list(listAsk({ olderThan: last }))).profiles).toEqual([]);
      expect((await store.list(listAsk({ olderThan: first, state: "paused" }))).matching).toBe(0);
    });

    it("tells profiles of one moment apart when it goes on behind one of them", async () => {
      const store = await open();
      for (const name of ["a", "b", "c", "d"]) await store.create(ask(makeDraft({ name }), { key: name }));
      const { profiles } = await store.list(listAsk());
      for (const [index, olderThan] of profiles.entries()) {
        expect((await store.list(listAsk({ olderThan }))).profiles).toEqual(profiles.slice(index + 1));
      }
    });

    it("filters by state and searches names, descriptions and targets without case and accents", async () => {
      const store = await open();
      const drafts: (Partial<ProfileDraft> & { name: string })[] = [
        { name: "São Paulo", industries: ["FinTech"] },
        { name: "Nordics", description: "Fintech lenders 100%", isActive: false },
        { name: "Retail_x", countries: ["Germany"] },
      ];
      for (const draft of drafts) await store.create(ask(makeDraft(draft), { key: draft.name }));
      const names = async (words: string[], state: ListAsk["state"] = "all") =>
        (await store.list(listAsk({ words, state }))).profiles.map(({ name }) => name).sort();

      expect(await names(["sao"])).toEqual(["São Paulo"]);
      expect(await names(["FINTECH"])).toEqual(["Nordics", "São Paulo"]);
      expect(await names(["fintech", "lend"])).toEqual(["Nordics"]);
      expect(await names(["fintech"], "active")).toEqual(["São Paulo"]);
      expect(await names([], "paused")).toEqual(["Nordics"]);
      expect(await names(["100%"])).toEqual(["Nordics"]);
      expect(await names(["l_x"])).toEqual(["Retail_x"]);
      expect(await names(["o_x"])).toEqual([]);
      expect(await names(["germany"])).toEqual(["Retail_x"]);
    });

    it("counts all profiles and the active ones", async () => {
      const store = await open();
      for (const [name, isActive] of [
        ["a", true],
        ["b", false],
        ["c", true],
      ] as const) {
        await store.create(ask(makeDraft({ name, isActive }), { key: name }));
      }
      expect(await store.count()).toEqual({ total: 3, active: 2 });
    });

    it("counts in how many profiles a word is used, the most used first", async () => {
      const store = await open();
      const draft = (name: string, industries: string[]) => makeDraft({ name, industries });
      await store.create(ask(draft("a", ["SaaS", "Banking"]), { key: "a" }));
      await store.create(ask(draft("b", ["saas"]), { key: "b" }));
      await store.create(ask(draft("c", ["FinTech"]), { key: "c" }));
      expect(await store.usedTerms("industries")).toEqual([
        { term: "SaaS", profiles: 2 },
        { term: "Banking", profiles: 1 },
        { term: "FinTech", profiles: 1 },
      ]);
      expect(await store.usedTerms("countries")).toEqual([]);
    });

    it("names all profiles, the newest first, the same list again until one is added", async () => {
      const store = await open();
      expect(await store.names()).toEqual([]);
      await fill(store, 12);
      const names = await store.names();
      expect(names.map(({ name }) => name).slice(0, 2)).toEqual(["Profile 12", "Profile 11"]);
      expect(names).toHaveLength(12);
      expect(await store.names()).toBe(names);
      await store.create(ask(makeDraft({ name: "Newest", isActive: false }), { key: "newest" }));
      expect((await store.names()).find(({ name }) => name === "Newest")).toMatchObject({ isActive: false });
    });

    it("keeps what somebody changes, with who did it when, and finds it by its new words alone", async ({
      skip,
    }) => {
      const store = await open();
      const { revise } = store;
      if (revise === undefined) return skip(lacks.revise);
      const { profile } = created(
        await store.create(ask(makeDraft({ industries: ["SaaS"], countries: ["Germany"] }))),
      );
      const later = new Date("2026-05-02T08:00:00Z");
      const draft = makeDraft({ name: "Health", industries: ["Biotech"], isActive: false });

      const answer = await revise(revision(profile, { draft, by: ben, at: later }));

      const changed = {
        ...profile,
        ...draft,
        revision: 2,
        changedAt: later.toISOString(),
        changedBy: ben,
      };
      expect(answer).toEqual({ kind: "revised", profile: changed, writesToday: 1 });
      expect(await store.find(profile.id)).toEqual(changed);
      expect(await store.findByName("fintech dach")).toBeUndefined();
      expect((await store.list(listAsk({ words: ["germany"] }))).matching).toBe(0);
      expect((await store.list(listAsk({ words: ["biotech"], state: "paused" }))).profiles).toEqual([
        changed,
      ]);
      expect(await store.usedTerms("industries")).toEqual([{ term: "Biotech", profiles: 1 }]);
      expect((await store.names()).map(({ name }) => name)).toEqual(["Health"]);
    });

    it("lets only the first of two changes to the same revision win, and shows the other one what won", async ({
      skip,
    }) => {
      const store = await open();
      const { revise } = store;
      if (revise === undefined) return skip(lacks.revise);
      const { profile } = created(await store.create(ask(makeDraft())));
      const answers = await Promise.all(
        ["Ana’s", "Ben’s"].map((name) => revise(revision(profile, { draft: makeDraft({ name }) }))),
      );
      expect(answers.map(({ kind }) => kind).sort()).toEqual(["revised", "stale"]);
      const current = await store.find(profile.id);
      expect(answers.find(({ kind }) => kind === "stale")).toEqual({ kind: "stale", current });
      expect(current?.revision).toBe(2);
      expect(await store.writesToday(noon)).toBe(2);
    });

    it("changes nothing under a taken name, over the day's writes, or where there is no such profile", async ({
      skip,
    }) => {
      const store = await open();
      const { revise } = store;
      if (revise === undefined) return skip(lacks.revise);
      const { profile } = created(await store.create(ask(makeDraft())));
      await store.create(ask(makeDraft({ name: "Taken" }), { key: "other" }));
      const draft = makeDraft({ name: "TAKEN" });
      expect(await revise(revision(profile, { draft }))).toMatchObject({
        kind: "name-taken",
        profile: { name: "Taken" },
      });
      expect(await revise(revision(profile, { writesPerDay: 2 }))).toEqual({ kind: "writes-spent" });
      const id = ProfileId.parse(crypto.randomUUID());
      expect(await revise(revision({ ...profile, id }))).toEqual({ kind: "gone" });
      expect(await store.find(profile.id)).toEqual(profile);
    });

    it("keeps fifty long terms in each field", async () => {
      const store = await open();
      const terms = Array.from({ length: 50 }, (_, index) => `${index} `.padEnd(75, "字"));
      const lists = Object.fromEntries(termFields.map((field) => [field, terms]));
      const { profile } = created(await store.create(ask(makeDraft(lists))));
      expect(await store.find(profile.id)).toMatchObject(lists);
    });
  });
}

async function fill(store: ProfileStore, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const name = `Profile ${index}`;
    await store.create(ask(makeDraft({ name }), { key: name, at: new Date(noon.getTime() + index * 1000) }));
  }
}

function ask(draft: ProfileDraft, rest: Partial<CreateAsk> = {}): CreateAsk {
  return { draft, key: "V1:nonce", by: ana, at: noon, writesPerDay: 200, ...rest };
}

function revision(profile: Profile, rest: Partial<ReviseAsk> = {}): ReviseAsk {
  const { id, revision, ...draft } = profile;
  return { id, revision, draft, by: ana, at: noon, writesPerDay: 200, ...rest };
}

function listAsk(rest: Partial<ListAsk> = {}): ListAsk {
  return { words: [], state: "all", page: 1, pageSize: 10, ...rest };
}

/** Without where each is known from: what this app remembers of a profile, its keeper may return later. */
function fieldsOf({ known, ...fields }: Partial<Profile> = {}) {
  return fields;
}

function created(answer: Awaited<ReturnType<ProfileStore["create"]>>) {
  if (answer.kind !== "created") throw new Error(`it answered ${answer.kind}`);
  return answer;
}
