import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/errors.ts";
import { toFault } from "../../../src/errors.ts";
import type { CreateAnswer } from "../../../src/stores/profile-store.ts";
import { expectNoSecret } from "../../support/expect-no-secret.ts";
import { makeKey } from "../../support/make-key.ts";
import { ana, ben, makeDraft } from "../../support/make-profile.ts";
import { openKashew } from "../../support/open-kashew.ts";
import { acme } from "../../support/store-in.ts";
import { documented } from "../../wire/documented.ts";
import type { Mood } from "../../wire/kashew-stub.ts";

type Kashew = Awaited<ReturnType<typeof openKashew>>;

const draft = makeDraft({
  description: "Banks that lend",
  industries: ["FinTech"],
  companySizes: ["51-200"],
  departments: ["Sales"],
});

async function send(
  kashew: Kashew,
  more: { draft?: typeof draft; key?: string } = {},
): Promise<CreateAnswer | Fault> {
  const store = await kashew.store();
  const ask = { draft, key: "V1:nonce", by: ana, at: kashew.now(), writesPerDay: 200, ...more };
  return store.create(ask).catch(toFault);
}

function kindOf(answer: CreateAnswer | Fault): string {
  return "kind" in answer ? answer.kind : answer.code;
}

const answers = (status: number, body: unknown, headers: Record<string, string> = {}): Mood => ({
  kind: "answers",
  status,
  body,
  headers,
});
const does = (status: number, body: unknown): Mood => ({ kind: "does-and-answers", status, body });

it("sends what is set and nothing else, as it is documented", async () => {
  const kashew = await openKashew();
  expect(await send(kashew)).toMatchObject({ kind: "created", writesToday: 1 });
  const [asked] = kashew.stub.asked.filter(({ method }) => method === "POST");
  expect(asked?.body).toEqual({
    name: "Fintech DACH",
    description: "Banks that lend",
    is_active: true,
    target_industries: ["FinTech"],
    target_company_sizes: ["51-200"],
    target_departments: ["Sales"],
    min_confidence_score: 0.7,
    daily_prospect_limit: 10,
    generation_schedule: "daily",
  });
  expect(Object.keys(documented.create)).toEqual(expect.arrayContaining(Object.keys(asked?.body ?? {})));
  expect(asked?.authorization).toBe(`Bearer ${kashew.key}`);
});

/** What Kashew says no to, before it has written anything. */
const refusals: readonly [string, Mood, Partial<Fault>][] = [
  ["402", answers(402, { detail: "Payment required" }), { code: "kashew-plan" }],
  [
    "403 for the plan",
    answers(403, { detail: "ICP Profiles require Pro+ plan" }),
    { code: "kashew-plan", said: expect.objectContaining({ plan: "pro" }) },
  ],
  [
    "403 for a scope",
    answers(403, documented.scopeRequired),
    { code: "kashew-scope", said: expect.objectContaining({ scope: "crm:write" }) },
  ],
  ["403 for nothing known", answers(403, { detail: "Not yours" }), { code: "kashew-refused" }],
  ["404 in HTML", answers(404, "<html><h1>Not found</h1></html>"), { code: "kashew-refused" }],
  ["409", answers(409, { error: { message: "Name exists" } }), { code: "kashew-conflict" }],
  [
    "422 of FastAPI",
    answers(422, { detail: [{ loc: ["body", "target_countries", 0], msg: "unknown country", type: "x" }] }),
    {
      code: "kashew-invalid",
      said: {
        status: 422,
        detail: "unknown country",
        fields: [{ field: "target_countries", message: "unknown country" }],
      },
    },
  ],
  [
    "429 with a header",
    answers(429, {}, { "retry-after": "7" }),
    { code: "kashew-busy", retryAfterSeconds: 7 },
  ],
  [
    "429 with a sentence",
    answers(429, documented.rateLimited),
    { code: "kashew-busy", retryAfterSeconds: 42 },
  ],
  ["429 with nothing", answers(429, ""), { code: "kashew-busy", retryAfterSeconds: 60 }],
];

describe.each(refusals)("%s", (_, mood, fault) => {
  it("is a refusal: nothing was written, and the same submission may be sent again", async () => {
    const kashew = await openKashew();
    const { stub } = kashew;
    stub.next("POST", mood);
    const refused = await send(kashew);
    expect(refused).toMatchObject({ name: "Fault", ...fault });
    expectNoSecret(refused);
    expect([stub.profiles.length, stub.count("POST")]).toEqual([0, 1]);
    expect(await (await kashew.store()).writesToday(kashew.now())).toBe(0);
    kashew.advance(61_000);
    await kashew.connections.setState({ teamId: acme, ...(await kashew.connection()), state: "ok" });
    expect(await send(kashew)).toMatchObject({ kind: "created" });
    expect([stub.profiles.length, stub.count("POST")]).toEqual([1, 2]);
  });
});

/** What leaves open whether it was written. */
const losses: readonly [string, { mood: Mood; isWritten: boolean; why: string }][] = [
  [
    "a hanging Kashew that has not written it",
    { mood: { kind: "hangs", isDone: false }, isWritten: false, why: "kashew-slow" },
  ],
  [
    "a hanging Kashew that has written it",
    { mood: { kind: "hangs", isDone: true }, isWritten: true, why: "kashew-slow" },
  ],
  [
    "a line that was cut before",
    { mood: { kind: "cuts", when: "before" }, isWritten: false, why: "kashew-cut" },
  ],
  [
    "a line that was cut after",
    { mood: { kind: "cuts", when: "after" }, isWritten: true, why: "kashew-cut" },
  ],
  [
    "a line that was cut within the answer",
    { mood: { kind: "cuts", when: "mid-answer" }, isWritten: true, why: "kashew-cut" },
  ],
  ["500 before", { mood: answers(500, "Internal Server Error"), isWritten: false, why: "kashew-down" }],
  ["500 after", { mood: does(500, { detail: { reason: "oops" } }), isWritten: true, why: "kashew-down" }],
  ["503 after", { mood: does(503, "<html>"), isWritten: true, why: "kashew-down" }],
  [
    "200 with a page before",
    { mood: answers(200, "<html>Sign in</html>"), isWritten: false, why: "kashew-unreadable" },
  ],
  [
    "200 with a page after",
    { mood: does(200, "<html>Sign in</html>"), isWritten: true, why: "kashew-unreadable" },
  ],
  ["201 with half a body", { mood: does(201, '{"id":"7b9de'), isWritten: true, why: "kashew-unreadable" }],
  [
    "201 without an id",
    { mood: does(201, { id: 7, status: "created" }), isWritten: true, why: "kashew-unreadable" },
  ],
  [
    "201 with the documented placeholder",
    { mood: does(201, documented.created), isWritten: true, why: "kashew-unreadable" },
  ],
];

describe.each(losses)("after %s", (_, { mood, isWritten, why }) => {
  it("is looked for once and never sent again, and what is there is found", async () => {
    const kashew = await openKashew();
    const { stub } = kashew;
    stub.next("POST", mood);
    const answer = await send(kashew);
    expectNoSecret(answer);
    if (isWritten)
      expect(answer).toMatchObject({ kind: "created", wasFound: true, profile: { name: draft.name } });
    else expect(answer).toMatchObject({ kind: "unknown-outcome", looked: "not-found", why: { code: why } });

    const again = await send(kashew);
    expect(kindOf(again)).toBe(kindOf(answer));
    const looked = await (await kashew.store()).lookAgain?.({ key: "V1:nonce", at: kashew.now() });
    expect(looked?.kind).toBe(kindOf(answer));
    expect(stub.count("POST")).toBe(1);
    expect(stub.profiles).toHaveLength(isWritten ? 1 : 0);
    expect(await (await kashew.store()).writesToday(kashew.now())).toBe(1);
  });
});

it("is not sure where Kashew cannot be asked afterwards, and finds it once it can be", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  await (await kashew.store()).count();
  stub.next("POST", { kind: "cuts", when: "after" });
  stub.always("GET", answers(503, "<html>"));
  expect(await send(kashew)).toMatchObject({ kind: "unknown-outcome", looked: "not-sure" });
  stub.always("GET", undefined);
  const store = await kashew.store();
  await expect
    .poll(() => store.lookAgain?.({ key: "V1:nonce", at: kashew.now() }))
    .toMatchObject({
      kind: "created",
      wasFound: true,
      profile: { companySizes: ["51-200"], createdBy: ana },
    });
  expect(stub.count("POST")).toBe(1);
});

it("claims no profile that is like it and not the same, that is older, or that came of another submission", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  const body = { name: draft.name, description: draft.description, target_industries: draft.industries };
  stub.make({ ...body, created_at: "2026-04-30T10:00:00Z" });
  stub.next(
    "POST",
    { kind: "cuts", when: "before" },
    { kind: "cuts", when: "after" },
    { kind: "cuts", when: "before" },
  );
  expect(await send(kashew, { key: "first" })).toMatchObject({ looked: "not-found" });
  expect(await send(kashew, { key: "second" })).toMatchObject({ kind: "created", wasFound: true });
  expect(await send(kashew, { key: "third" })).toMatchObject({
    kind: "unknown-outcome",
    looked: "not-found",
  });
  stub.make({ ...body, target_industries: ["Banking"] });
  const store = await kashew.store();
  expect(await store.lookAgain?.({ key: "third", at: kashew.now() })).toMatchObject({ looked: "not-sure" });
  stub.make(body);
  expect(await store.lookAgain?.({ key: "third", at: kashew.now() })).toMatchObject({ kind: "created" });
  expect(stub.count("POST")).toBe(3);
});

it("sends nothing a second time where the app ended while it was on its way", async () => {
  const kashew = await openKashew({ times: { read: 800, write: 10_000, pause: 1, rest: 40 } });
  const { stub } = kashew;
  stub.next("POST", { kind: "hangs", isDone: true });
  const lost = send(kashew);
  await expect.poll(() => stub.profiles.length).toBe(1);
  kashew.restart();
  expect(await send(kashew)).toMatchObject({ kind: "created", wasFound: true });
  expect(stub.count("POST")).toBe(1);
  await stub.close();
  await lost;
});

it("gives the first answer to a submission that comes again, also after a restart, and says what a key became", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  stub.next("POST", { kind: "dawdles", ms: 20 });
  const other = makeDraft({ name: "Health" });
  const answers = await Promise.all([send(kashew), send(kashew), send(kashew, { draft: other })]);
  expect(answers.map(kindOf)).toEqual(["created", "created", "key-used"]);
  kashew.restart();
  expect(await send(kashew)).toMatchObject({ kind: "created", profile: { companySizes: ["51-200"] } });
  expect(await send(kashew, { draft: other })).toMatchObject({
    kind: "key-used",
    profile: { name: draft.name },
  });
  expect([stub.profiles.length, stub.count("POST")]).toEqual([1, 1]);
});

it("sends another draft under the key of one that was refused", async () => {
  const kashew = await openKashew();
  kashew.stub.next("POST", answers(422, { detail: "No" }));
  const [refused, sent] = await Promise.all([
    send(kashew),
    send(kashew, { draft: makeDraft({ name: "Health" }) }),
  ]);
  expect(refused).toMatchObject({ code: "kashew-invalid" });
  expect(sent).toMatchObject({ kind: "created", profile: { name: "Health" } });
});

it("says nothing was sent where nobody listens, so that the same submission may be sent again", async () => {
  const kashew = await openKashew();
  await (await kashew.store()).count();
  await kashew.stub.close();
  const fault = await send(kashew);
  expect(fault).toMatchObject({ code: "kashew-unreachable" });
  expectNoSecret(fault);
  expect(await kashew.sentOf(acme).find("V1:nonce")).toBeUndefined();
  const looked = await (await kashew.store()).lookAgain?.({ key: "V1:nonce", at: kashew.now() });
  expect(looked).toEqual({ kind: "not-sent" });
});

it("saves a second profile of the same name, and tells of the first", async () => {
  const kashew = await openKashew();
  const first = kashew.stub.make({ name: "FINTECH  dach" });
  expect(await send(kashew)).toMatchObject({
    kind: "created",
    namesake: { id: first.id, createdBy: "kashew" },
  });
  expect(kashew.stub.profiles).toHaveLength(2);
});

it("tells the history who saved it, once", async () => {
  const kashew = await openKashew();
  kashew.stub.next("POST", { kind: "cuts", when: "after" });
  await send(kashew);
  await send(kashew);
  const entries = await kashew.auditOf(acme).all();
  expect(entries).toMatchObject([{ by: ana, kind: "profile-created", subject: draft.name, after: "active" }]);
});

it("asks nothing more with a key that was refused, until another one is connected", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  const store = await kashew.store();
  await store.count();
  stub.revoke(kashew.key);
  expect(await send(kashew)).toMatchObject({ code: "kashew-key-refused" });
  expect((await kashew.connection()).state).toBe("broken");
  const { length } = stub.asked;
  for (const ask of [store.count(), store.names(), (await kashew.store()).count(), send(kashew)]) {
    const fault = await ask.catch(toFault);
    expect(fault).toMatchObject({ code: "kashew-key-refused" });
    expectNoSecret(fault);
  }
  expect(stub.asked).toHaveLength(length);
  const key = makeKey("efgh5678");
  stub.admit(key);
  await kashew.connections.connect({ teamId: acme, key, by: ben, at: new Date("2026-06-01") });
  expect(await send(kashew)).toMatchObject({ kind: "created" });
});

it("notes a plan and a scope that Kashew refuses", async () => {
  const kashew = await openKashew();
  const lacks = (scope: string) => answers(403, { detail: `Scope '${scope}' required` });
  kashew.stub.next("POST", lacks("crm:write"), lacks("icp:write"), answers(402, ""));
  kashew.stub.next("GET", answers(403, documented.scopeRequired));
  expect(await (await kashew.store()).count().catch(toFault)).toMatchObject({ code: "kashew-scope" });
  expect((await kashew.connection()).state).toBe("ok");
  expect(await send(kashew)).toMatchObject({ code: "kashew-scope", said: { scope: "crm:write" } });
  expect((await kashew.connection()).state).toBe("ok");
  await send(kashew);
  expect((await kashew.connection()).state).toBe("read-only");
  expect(await (await kashew.store()).count()).toEqual({ total: 0, active: 0 });
  await send(kashew);
  expect((await kashew.connection()).state).toBe("plan");
  const { length } = kashew.stub.asked;
  expect(await (await kashew.store()).count().catch(toFault)).toMatchObject({ code: "kashew-plan" });
  expect(kashew.stub.asked).toHaveLength(length);
});
