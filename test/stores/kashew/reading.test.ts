import { expect, it } from "vitest";
import type { Fault } from "../../../src/errors.ts";
import { toFault } from "../../../src/errors.ts";
import { secretOf } from "../../../src/rules/connection.ts";
import type { ListAsk, ProfilePage, ProfileStore } from "../../../src/stores/profile-store.ts";
import { expectNoSecret } from "../../support/expect-no-secret.ts";
import { ana, makeDraft } from "../../support/make-profile.ts";
import { openKashew } from "../../support/open-kashew.ts";
import { documented } from "../../wire/documented.ts";
import type { Mood } from "../../wire/kashew-stub.ts";
import { startKashewStub } from "../../wire/kashew-stub.ts";

const everything: ListAsk = { words: [], state: "all", page: 1, pageSize: 10_000 };
const answers = (status: number, body: unknown, headers: Record<string, string> = {}): Mood => ({
  kind: "answers",
  status,
  body,
  headers,
});

async function list(store: ProfileStore): Promise<ProfilePage | Fault> {
  return store.list(everything).catch(toFault);
}

it("reads the documented list, and of what it does not say that it is not returned", async () => {
  const kashew = await openKashew();
  const id = "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11";
  kashew.stub.next("GET", answers(200, { profiles: [{ ...documented.list.profiles[0], id }], next: "x" }));
  expect(await list(await kashew.store())).toEqual({
    source: { keeper: "kashew", readAt: "2026-05-01T12:00:00.000Z", skipped: 0 },
    profiles: [
      {
        ...makeDraft({
          name: "Enterprise SaaS — North America",
          description: "Mid-to-large SaaS companies",
          industries: ["SaaS", "Technology"],
          jobTitles: ["VP Sales", "CTO"],
          countries: ["United States", "Canada"],
        }),
        id,
        revision: 1,
        owner: "kashew",
        createdAt: "2026-05-01T10:00:00.000Z",
        createdBy: "kashew",
        changedAt: "2026-05-01T10:00:00.000Z",
        changedBy: "kashew",
        known: {
          companySizes: "not-returned",
          seniorityLevels: "not-returned",
          departments: "not-returned",
          minConfidence: "not-returned",
          schedule: "not-returned",
        },
      },
    ],
    page: 1,
    pages: 1,
    matching: 1,
    total: 1,
  });
});

it("adds to what Kashew returns what was saved from here, and lets Kashew’s word win", async () => {
  const kashew = await openKashew();
  const store = await kashew.store();
  const draft = makeDraft({
    description: "ours",
    companySizes: ["1-10"],
    countries: ["Germany"],
    minConfidence: 0.9,
  });
  await store.create({ draft, key: "key", by: ana, at: kashew.now(), writesPerDay: 200 });
  Object.assign(kashew.stub.profiles[0] ?? {}, {
    description: "theirs",
    target_countries: null,
    is_active: false,
  });
  kashew.restart();
  const [profile] = (await (await kashew.store()).list(everything)).profiles;
  expect(profile).toMatchObject({
    description: "theirs",
    isActive: false,
    companySizes: ["1-10"],
    countries: [],
    minConfidence: 0.9,
    createdBy: ana,
    known: { companySizes: "own-copy", countries: "missing", minConfidence: "own-copy" },
  });
  expect(profile?.known).not.toHaveProperty("description");
});

/** What makes the list unreadable. */
const troubles: readonly [string, Mood, Partial<Fault>, asked: number][] = [
  ["a page", answers(200, "<html>Sign in</html>"), { code: "kashew-unreadable" }, 1],
  ["half a body", answers(200, '{"profiles":[{"id"'), { code: "kashew-unreadable" }, 1],
  ["another shape", answers(200, { profiles: { 0: {} } }), { code: "kashew-unreadable" }, 1],
  [
    "more than anybody needs",
    answers(200, { profiles: [], more: "x".repeat(5.1 * 1024 * 1024) }),
    { code: "kashew-unreadable" },
    1,
  ],
  ["a redirect", answers(307, "", { location: "https://elsewhere.example/" }), { code: "kashew-refused" }, 1],
  ["402", answers(402, { detail: "Upgrade to Pro" }), { code: "kashew-plan" }, 1],
  ["403 for a scope", answers(403, documented.scopeRequired), { code: "kashew-scope" }, 1],
  ["429", answers(429, documented.rateLimited), { code: "kashew-busy", retryAfterSeconds: 42 }, 1],
  ["500", answers(500, "Internal Server Error"), { code: "kashew-down" }, 3],
  [
    "503 that says when",
    answers(503, "", { "retry-after": "9" }),
    { code: "kashew-down", retryAfterSeconds: 9 },
    1,
  ],
  ["a cut line", { kind: "cuts", when: "before" }, { code: "kashew-cut" }, 3],
  ["a cut answer", { kind: "cuts", when: "mid-answer" }, { code: "kashew-cut" }, 3],
  ["silence", { kind: "hangs", isDone: false }, { code: "kashew-slow" }, 1],
];

it.each(troubles)(
  "answers %s with a fault, and asks again only where that may help",
  async (_, mood, fault, asked) => {
    const kashew = await openKashew();
    kashew.stub.always("GET", mood);
    const thrown = await list(await kashew.store());
    expect(thrown).toMatchObject({ name: "Fault", ...fault });
    expectNoSecret(thrown);
    expect(kashew.stub.asked).toHaveLength(asked);
  },
);

it("repeats no key that Kashew repeats, whatever it stands in", async () => {
  const kashew = await openKashew();
  const { key } = kashew;
  const echoes = [
    `no ${key}`,
    { detail: [{ loc: ["header", key], msg: key }] },
    `{"detail": ${key}`,
    { message: { key } },
    secretOf(key),
    { detail: secretOf(key) },
  ];
  for (const status of [200, 400, 422, 500]) {
    for (const echo of echoes) {
      kashew.stub.always("GET", answers(status, echo, { "x-key": key }));
      expectNoSecret(await list(await kashew.store()));
      kashew.restart();
    }
  }
});

it("follows no redirect to another host with the key", async () => {
  const [kashew, other] = [await openKashew(), await startKashewStub({ keys: [] })];
  kashew.stub.always("GET", answers(302, "", { location: `${other.url}/icp-profiles` }));
  await list(await kashew.store());
  expect(other.asked).toEqual([]);
  await other.close();
});

it("shows what was last read, with its age, while Kashew is silent, and nothing with a key that is refused", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  stub.make({ name: "Fintech" });
  const store = await kashew.store();
  const first = await list(store);
  stub.always("GET", answers(500, ""));
  kashew.advance(10 * 60_000);
  expect(await list(store)).toEqual({
    ...first,
    source: {
      keeper: "kashew",
      readAt: "2026-05-01T12:00:00.000Z",
      skipped: 0,
      stale: expect.objectContaining({ code: "kashew-down" }),
    },
  });
  expect(await store.names()).toHaveLength(1);
  stub.always("GET", undefined);
  stub.revoke(kashew.key);
  await expect.poll(() => list(store)).toMatchObject({ code: "kashew-key-refused" });
  expect(await list(store)).toMatchObject({ code: "kashew-key-refused" });
});

it("asks Kashew once for all who ask at a time, and again after half a minute or after a profile was created", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  const store = await kashew.store();
  await Promise.all([store.count(), store.names(), store.list(everything), (await kashew.store()).count()]);
  expect(stub.count("GET")).toBe(1);
  const names = await store.names();
  kashew.advance(29_999);
  await store.count();
  expect(stub.count("GET")).toBe(1);
  kashew.advance(1);
  await store.count();
  expect(stub.count("GET")).toBe(2);
  expect(await store.names()).toBe(names);
  await store.create({ draft: makeDraft(), key: "key", by: ana, at: kashew.now(), writesPerDay: 200 });
  expect(await store.count()).toEqual({ total: 1, active: 1 });
  expect(stub.count("GET")).toBe(3);
});

it("reads five thousand profiles, pages and searches them", async () => {
  const kashew = await openKashew();
  for (let index = 0; index < 5000; index += 1) kashew.stub.make({ name: `Profile ${index}` });
  const store = await kashew.store();
  expect(await store.list({ ...everything, words: ["profile 4999"], pageSize: 10 })).toMatchObject({
    matching: 1,
    total: 5000,
  });
  expect((await store.list({ ...everything, page: 500, pageSize: 10 })).profiles.at(-1)?.name).toBe(
    "Profile 0",
  );
});

it("waits for no menu's words, and offers none that no menu takes", async () => {
  const kashew = await openKashew();
  kashew.stub.make({ name: "Fintech", target_industries: ["FinTech", "x".repeat(400), "two\nlines"] });
  kashew.stub.next("GET", { kind: "hangs", isDone: false });
  const store = await kashew.store();
  expect(await store.usedTerms("industries")).toEqual([]);
  await expect.poll(() => store.usedTerms("industries")).toEqual([{ term: "FinTech", profiles: 1 }]);
});

it("sends nothing while Kashew asks to wait, and counts what was sent in the hour", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  stub.next("GET", answers(429, documented.rateLimited));
  const store = await kashew.store();
  expect(await list(store)).toMatchObject({ retryAfterSeconds: 42 });
  kashew.advance(41_000);
  const waiting = await store
    .create({ draft: makeDraft(), key: "k", by: ana, at: kashew.now(), writesPerDay: 9 })
    .catch(toFault);
  expect(waiting).toMatchObject({ code: "kashew-busy", retryAfterSeconds: 1 });
  expect(stub.asked).toHaveLength(1);
  kashew.advance(1000);
  expect(await list(store)).toMatchObject({ total: 0 });
  expect(store.requestsThisHour?.()).toBe(2);
  kashew.advance(61 * 60_000);
  expect(store.requestsThisHour?.()).toBe(0);
});

it("leaves Kashew alone after it was silent several times, and asks again after a rest", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  stub.always("GET", { kind: "cuts", when: "before" });
  const store = await kashew.store();
  await list(store);
  await list(store);
  expect(stub.asked).toHaveLength(5);
  expect(await list(store)).toMatchObject({ code: "kashew-unreachable" });
  expect(stub.asked).toHaveLength(5);
  stub.always("GET", undefined);
  await expect.poll(() => list(store)).toMatchObject({ total: 0 });
});
