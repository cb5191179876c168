import { request } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { ProfileDraft } from "../../src/rules/profile.ts";
import { startRest } from "../support/start-rest.ts";
import { acme, beta, pathOf, save } from "../support/store-in.ts";
import { hideTable, holdForWriting } from "../support/stored-file.ts";
import { documented as wire } from "../wire/documented.ts";

const { create: documented } = wire;
const defaults = {
  description: "",
  is_active: true,
  target_industries: [],
  target_company_sizes: [],
  target_job_titles: [],
  target_seniority_levels: [],
  target_departments: [],
  target_countries: [],
  min_confidence_score: 0.7,
  daily_prospect_limit: 10,
  generation_schedule: "daily",
};
const created = { id: expect.stringMatching(/^[0-9a-f-]{36}$/), status: "created" };

it("is not there until a key exists, and is not there again once the last one is gone", async () => {
  const { ask, makeKey, stores } = await startRest();
  const nothing = { status: 404, body: undefined };
  for (const path of ["/icp-profiles", "/openapi.json", "/nothing"]) {
    expect(await ask(path)).toMatchObject(nothing);
  }
  const key = await makeKey();
  expect(await ask("/icp-profiles")).toMatchObject({ status: 401, body: { detail: "Invalid API key" } });
  expect(await ask("/openapi.json")).toMatchObject({ status: 200 });
  expect(await ask("/nothing")).toMatchObject({ status: 404, body: { detail: "Not Found" } });
  expect(await ask("/icp-profiles", { key })).toMatchObject({ status: 200, body: { profiles: [] } });
  await stores.workspaces.forget(acme);
  for (const path of ["/icp-profiles", "/openapi.json", "/nothing"]) {
    expect(await ask(path, { key })).toMatchObject(nothing);
  }
});

it("takes the documented profile and lists it with all its fields, those that Kashew keeps back among them", async () => {
  const { ask, create, makeKey, stores } = await startRest();
  const key = await makeKey();
  const answer = await create(key, documented);
  expect(answer).toMatchObject({ status: 201, body: created });
  const { id } = answer.body as { id: string };
  const listed = { id, ...documented, created_at: "2026-05-01T12:00:00.000Z" };
  const list = await ask("/icp-profiles", { key });
  expect(list).toMatchObject({ status: 200, body: { profiles: [listed] } });
  expect(Object.keys(Object(list.body))).toEqual(["profiles"]);
  expect(await ask(`/icp-profiles/${id.toUpperCase()}`, { key })).toMatchObject({
    status: 200,
    body: listed,
  });

  const name = key.slice(0, 13);
  expect((await stores.auditOf(acme).all()).at(-1)).toMatchObject({ by: name, kind: "profile-created" });
  expect(await stores.profilesOf(acme).findByName(documented.name)).toMatchObject({ createdBy: name });
});

it("fills in what is left out or null, and looks at nothing that it does not know", async () => {
  const { ask, create, makeKey } = await startRest();
  const key = await makeKey();
  const body = `{"name":"Least","description":null,"target_industries":null,"id":"mine","created_at":1,
    "__proto__":{"is_active":false},"constructor":{"prototype":{"x":1}},"segment":["x"]}`;
  expect(await create(key, body)).toMatchObject({ status: 201, body: created });
  const { profiles } = (await ask("/icp-profiles", { key })).body as { profiles: object[] };
  expect(profiles).toEqual([
    { ...defaults, name: "Least", id: expect.any(String), created_at: expect.any(String) },
  ]);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  expect(await create(key, { name: "Own words", generation_schedule: "weekly" })).toMatchObject({
    status: 201,
  });
});

it("refuses who lacks the plan, then who lacks the scope, in the documented sentences", async () => {
  const { ask, create, makeKey, stores } = await startRest();
  const [reader, writer] = [await makeKey([]), await makeKey()];
  expect(await ask("/icp-profiles", { key: reader })).toMatchObject({ status: 200 });
  const lacking = { status: 403, body: { detail: "Scope 'icp:write' required" } };
  expect(await create(reader, documented)).toMatchObject(lacking);
  await stores.workspaces.meet({ teamId: acme, name: "Acme" });
  await stores.workspaces.setPlan(acme, "free");
  const tooSmall = { status: 403, body: { detail: "ICP Profiles require the Pro plan or higher" } };
  expect(await ask("/icp-profiles", { key: writer })).toMatchObject(tooSmall);
  expect(await ask(`/icp-profiles/${crypto.randomUUID()}`, { key: writer })).toMatchObject(tooSmall);
  expect(await create(reader, documented)).toMatchObject(tooSmall);
});

it("takes no other secret, scheme or place for a key", async () => {
  const { ask, makeKey } = await startRest();
  const key = await makeKey();
  const invalid = { status: 401, body: { detail: "Invalid API key" } };
  for (const authorization of [
    "",
    key,
    `Basic ${key}`,
    `Bearer ${key}x`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${key.slice(0, 14)}${key.slice(14).toUpperCase()}`,
    `Bearer ${key} ${key}`,
    `Bearer ${key}, Bearer ${key}`,
  ]) {
    const answer = await ask("/icp-profiles", { headers: { authorization } });
    expect(answer).toMatchObject(invalid);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  }
  expect(await ask(`/icp-profiles?api_key=${key}`)).toMatchObject(invalid);
  expect(await ask("/icp-profiles", { headers: { authorization: `bearer  ${key}` } })).toMatchObject({
    status: 200,
  });
});

it("shows and changes nothing of another workspace", async () => {
  const { ask, create, makeKey } = await startRest();
  const [acmes, betas] = [await makeKey(), await makeKey(["icp:write"], beta)];
  const { body } = await create(acmes, documented, { "idempotency-key": "1" });
  const { id } = body as { id: string };
  expect(await ask("/icp-profiles", { key: betas })).toMatchObject({ body: { profiles: [] } });
  expect(await ask(`/icp-profiles/${id}`, { key: betas })).toMatchObject({ status: 404 });
  const { body: other } = await create(betas, documented, { "idempotency-key": "1" });
  expect(other).toEqual(created);
  expect(other).not.toEqual(body);
});

it("says with 422 where and what is wrong, everything at once", async () => {
  const { ask, create, makeKey } = await startRest();
  const key = await makeKey();
  const term = "Give a text of 1 to 75 characters.";
  const list = "Give a list of at most 50 texts of 1 to 75 characters each.";
  for (const [sent, problems] of [
    ["{", [[["body"], "This is not JSON."]]],
    [[], [[["body"], 'Give an object, such as { "name": "Fintech" }.']]],
    [{}, [[["body", "name"], "Give a text of 1 to 100 characters."]]],
    [{ name: " \u200B" }, [[["body", "name"], "Give a text of 1 to 100 characters."]]],
    [
      {
        name: "x".repeat(101),
        description: "x".repeat(501),
        is_active: "yes",
        target_industries: ["fine", 1, "x".repeat(76)],
        target_countries: Array.from({ length: 51 }, (_, index) => `C${index}`),
        target_departments: "Sales",
        min_confidence_score: 1.1,
        daily_prospect_limit: 1.5,
        generation_schedule: "",
      },
      [
        [["body", "name"], "Give a text of 1 to 100 characters."],
        [["body", "description"], "Give a text of at most 500 characters."],
        [["body", "is_active"], "Give true or false."],
        [["body", "target_industries", 1], term],
        [["body", "target_industries", 2], term],
        [["body", "target_departments"], list],
        [["body", "target_countries"], list],
        [["body", "min_confidence_score"], "Give a number from 0 to 1."],
        [["body", "daily_prospect_limit"], "Give a whole number from 1 to 1000."],
        [["body", "generation_schedule"], "Give a text of 1 to 75 characters, such as daily."],
      ],
    ],
  ] as const) {
    const { status, body } = await create(key, sent);
    expect(status).toBe(422);
    expect(pairsIn(body)).toEqual(problems);
  }
  const query = await ask("/icp-profiles?limit=501&cursor=x&active=yes", { key });
  expect(query.status).toBe(422);
  expect(pairsIn(query.body)).toEqual([
    [["query", "limit"], "Give a whole number from 1 to 500."],
    [["query", "cursor"], "Give the next_cursor of an earlier answer."],
    [["query", "active"], "Give true or false."],
  ]);
});

it("answers one submission alike however often it comes, and no other one under its key", async () => {
  const { ask, create, makeKey, stores } = await startRest();
  const [key, other] = [await makeKey(), await makeKey()];
  const once = { "idempotency-key": "4f2b" };
  const first = await create(key, documented, once);
  const again = await Promise.all([1, 2, 3].map(() => create(key, { ...documented, unknown: 1 }, once)));
  for (const answer of again) expect(answer).toMatchObject({ status: 201, body: first.body });
  expect(await stores.profilesOf(acme).writesToday(new Date("2026-05-01T12:00:00Z"))).toBe(1);
  const reused = await create(key, { name: "Fintech" }, once);
  expect(reused.status).toBe(422);
  expect(pairsIn(reused.body)).toEqual([
    [
      ["header", "idempotency-key"],
      "This key was sent before with another body, which made “Enterprise SaaS — North America”. Send a new key.",
    ],
  ]);
  expect(await create(other, { name: "Fintech" }, once)).toMatchObject({ status: 201 });
  expect(await create(key, { name: "x" }, { "idempotency-key": "x".repeat(256) })).toMatchObject({
    status: 422,
  });
  expect((await ask("/icp-profiles", { key })).body).toMatchObject({ profiles: { length: 2 } });
});

it("refuses a second profile of a name, however it is spelt, and names the first", async () => {
  const { create, makeKey } = await startRest();
  const key = await makeKey();
  await create(key, documented);
  expect(await create(key, { name: "enterprise  SAAS — north america" })).toMatchObject({
    status: 409,
    body: { detail: "An ICP profile is called “Enterprise SaaS — North America” already" },
  });
});

it("answers a long list in whole, one after the other, and whatever else is asked meanwhile", async () => {
  const { ask, makeKey, stores } = await startRest();
  const key = await makeKey();
  const names = Array.from({ length: 450 }, (_, index) => `Profile ${index}`);
  const profiles = names.map((name) => ({ draft: ProfileDraft.parse({ name }) }));
  await stores.profilesOf(acme).takeIn({ profiles, by: "operator", at: new Date() });
  const done: string[] = [];
  const noting = async (what: string, path: string) => {
    const { body } = await ask(path, { key });
    done.push(what);
    return (body as { profiles: { name: string }[] }).profiles.map(({ name }) => name);
  };
  const [one, other, few] = await Promise.all([
    noting("long", "/icp-profiles"),
    noting("long", "/icp-profiles"),
    noting("short", "/icp-profiles?limit=1"),
  ]);
  expect([...one].sort()).toEqual([...names].sort());
  expect(other).toEqual(one);
  expect(few).toHaveLength(1);
  // Behind one of the long ones, and not behind both.
  expect(done.at(-1)).toBe("long");
  expect(await noting("long", "/icp-profiles?search=profile&active=true")).toHaveLength(450);
});

it("goes page by page through every profile once, though others are added meanwhile", async () => {
  const { ask, create, makeKey, clock } = await startRest();
  const key = await makeKey();
  for (let index = 1; index <= 7; index += 1) {
    await create(key, {
      name: `Profile ${index}`,
      is_active: index !== 4,
      target_industries: [`I${index % 2}`],
    });
    if (index % 2 === 0) clock.advance(1000);
  }
  const seen: string[] = [];
  let path = "/icp-profiles?limit=3";
  for (let page = 1; path !== ""; page += 1) {
    const { body } = await ask(path, { key });
    const { profiles, next_cursor } = body as { profiles: { name: string }[]; next_cursor?: string };
    seen.push(...profiles.map(({ name }) => name));
    expect(profiles).toHaveLength(page < 3 ? 3 : 1);
    path = next_cursor === undefined ? "" : `/icp-profiles?limit=3&cursor=${next_cursor}`;
    clock.advance(1000);
    await create(key, { name: `Late ${page}` });
  }
  expect(new Set(seen)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7].map((index) => `Profile ${index}`)));
  expect(seen).toHaveLength(7);

  const found = async (query: string) => {
    const { body } = await ask(`/icp-profiles?${query}`, { key });
    return (body as { profiles: { name: string }[] }).profiles.map(({ name }) => name).sort();
  };
  expect(await found("active=false")).toEqual(["Profile 4"]);
  expect(await found("search=profile%20i0&active=true")).toEqual(["Profile 2", "Profile 6"]);
  expect(await found("search=nothing")).toEqual([]);
});

it("counts the hour's requests over all keys of a workspace, refused ones too, and says when to come again", async () => {
  const { ask, create, makeKey, stores, clock } = await startRest();
  const [one, other] = [await makeKey([]), await makeKey()];
  await stores.workspaces.meet({ teamId: acme, name: "Acme" });
  await stores.workspaces.setPlan(acme, "free");
  for (let index = 0; index < 99; index += 1) await ask("/icp-profiles", { key: one });
  clock.advance(60_000);
  expect(await create(other, "{")).toMatchObject({ status: 422 });
  const spent = await ask("/icp-profiles", { key: other });
  expect(spent).toMatchObject({
    status: 429,
    body: { detail: "Rate limit exceeded. Try again in 3540 seconds." },
  });
  expect(spent.headers.get("retry-after")).toBe("3540");
  expect(await ask("/icp-profiles", { key: await makeKey([], beta) })).toMatchObject({ status: 200 });
  clock.advance(3_540_000);
  expect(await ask("/icp-profiles", { key: one })).toMatchObject({ status: 403 });
});

it("shares the day's writes with the people of the workspace, and counts none that was refused", async () => {
  const { create, makeKey, stores, clock } = await startRest();
  const key = await makeKey();
  const store = stores.profilesOf(acme);
  const profiles = Array.from({ length: 199 }, (_, index) => ({
    draft: ProfileDraft.parse({ name: `P${index}` }),
  }));
  for (const { draft } of profiles) await save(store, draft);
  expect(await create(key, { name: "P1" })).toMatchObject({ status: 409 });
  expect(await create(key, {})).toMatchObject({ status: 422 });
  expect(await create(key, { name: "The last one" })).toMatchObject({ status: 201 });
  const spent = await create(key, { name: "One too many" });
  expect(spent).toMatchObject({
    status: 429,
    body: { detail: "Rate limit exceeded. Try again in 43200 seconds." },
  });
  expect(spent.headers.get("retry-after")).toBe("43200");
  clock.advance(43_200_000);
  expect(await create(key, { name: "One too many" })).toMatchObject({ status: 201 });
});

it("leaves time for others where a program asks too much at once", async () => {
  const { ask, makeKey, clock } = await startRest({ perSecond: 1 });
  const [key, betas] = [await makeKey(), await makeKey([], beta)];
  for (let index = 0; index < 5; index += 1) await ask("/icp-profiles", { key });
  expect(await ask("/icp-profiles", { key })).toMatchObject({
    status: 429,
    body: { detail: "Rate limit exceeded. Try again in 1 seconds." },
  });
  expect(await ask("/icp-profiles", { key: betas })).toMatchObject({ status: 200 });
  clock.advance(1000);
  expect(await ask("/icp-profiles", { key })).toMatchObject({ status: 200 });
});

it("takes JSON of a bounded size and nothing else, on the methods that it knows", async () => {
  const { ask, create, makeKey, url } = await startRest();
  const key = await makeKey();
  const notJson = { status: 415, body: { detail: "Send the body as application/json" } };
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"]) {
    expect(await create(key, documented, { "content-type": type })).toMatchObject(notJson);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(documented));
  expect(await ask("/icp-profiles", { key, method: "POST", body: bytes })).toMatchObject(notJson);
  expect(await ask("/icp-profiles", { key, method: "POST" })).toMatchObject({ status: 422 });
  expect(await create(key, documented, { "content-type": "application/json; charset=utf-8" })).toMatchObject({
    status: 201,
  });

  const tooLarge = { status: 413, body: { detail: "The body is over 256 KB" } };
  const large = JSON.stringify({ name: "x".repeat(256 * 1024) });
  const answer = await create(key, large);
  expect(answer).toMatchObject(tooLarge);
  expect(answer.headers.get("connection")).toBe("close");
  expect(await inChunks(url, key, [large.slice(0, 100_000), large.slice(100_000)])).toBe(413);
  expect(await inChunks(url, key, ['{"name":', '"In chunks"}'])).toBe(201);

  for (const [method, path, allow] of [
    ["DELETE", "/icp-profiles", "GET, HEAD, POST"],
    ["OPTIONS", "/icp-profiles", "GET, HEAD, POST"],
    ["PUT", `/icp-profiles/${crypto.randomUUID()}`, "GET, HEAD, PATCH, DELETE"],
  ] as const) {
    const refused = await ask(path, { key, method, headers: { origin: "https://evil.example" } });
    expect(refused).toMatchObject({ status: 405, body: { detail: "Method Not Allowed" } });
    expect(refused.headers.get("allow")).toBe(allow);
    expect([...refused.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
  expect(await ask("/icp-profiles/..%2f..%2fetc", { key })).toMatchObject({ status: 404 });
});

it("is as quiet as the rest of the port about what runs there", async () => {
  const { ask, makeKey } = await startRest();
  const { headers } = await ask("/icp-profiles", { key: await makeKey() });
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-store",
    "content-type": "application/json",
    "x-content-type-options": "nosniff",
  });
  expect([...headers.keys()].filter((name) => /server|powered|version/.test(name))).toEqual([]);
});

it("says in words what broke, with a reference that the log and the doctor know, and no more", async () => {
  const { create, ask, makeKey, folder, logged, recentFaults } = await startRest();
  const key = await makeKey();
  await create(key, { name: "First" });
  const letGo = holdForWriting(pathOf(folder));
  const busy = await create(key, { name: "Second" });
  letGo();
  expect(busy).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/^The profiles are busy/) },
  });
  expect(busy.headers.get("retry-after")).toBe("1");
  hideTable(pathOf(folder));
  const { status, body } = await ask("/icp-profiles", { key });
  expect(status).toBe(500);
  const { detail } = body as { detail: string };
  expect(detail).toMatch(/^Something went wrong that should not have\. Reference [2-9A-Z]{6}\.$/);
  const reference = detail.slice(-7, -1);
  expect(recentFaults.of(acme)[0]).toMatchObject({ reference, did: "rest GET /api/v1/icp-profiles" });
  expect(logged.find((line) => line.includes(reference))).toContain("no such table");
  expect(logged.join("")).not.toContain(key.slice(14));
  expect(logged.join("")).toContain(`"key":"${key.slice(0, 13)}_…"`);
});

it("goes on when a client breaks off in the middle of its body", async () => {
  const { ask, makeKey, url, logged } = await startRest();
  const key = await makeKey();
  await ask("/icp-profiles", { key });
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    `POST /api/v1/icp-profiles HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"name":`,
  );
  await new Promise<void>((resolve) => socket.once("ready", () => resolve()));
  await expect.poll(async () => (await ask("/icp-profiles", { key })).status).toBe(200);
  socket.destroy();
  await expect.poll(() => logged.join("")).toContain("refused:422");
  expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

/** Where each problem is, and its words. */
function pairsIn(body: unknown) {
  const { detail } = body as { detail: { loc: unknown; msg: string; type: string }[] };
  for (const { type } of detail) expect(type).toMatch(/^[a-z_]+$/);
  return detail.map(({ loc, msg }) => [loc, msg]);
}

/** Posts a body that does not say how long it is. */
function inChunks(url: string, key: string, chunks: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const posted = request(`${url}/icp-profiles`, { method: "POST", headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode));
    });
    posted.on("error", reject);
    for (const chunk of chunks) posted.write(chunk);
    posted.end();
  });
}
