import { expect, it } from "vitest";
import { readIfMatch } from "../../src/rest/if-match.ts";
import { ProfileId } from "../../src/rules/profile.ts";
import { startRest } from "../support/start-rest.ts";
import { acme, beta, save } from "../support/store-in.ts";
import { documented as wire } from "../wire/documented.ts";

const { create: documented } = wire;

it("changes the fields that are sent and no other, once for each ETag, and says which one there is now", async () => {
  const { profile, patch, ask, key, history } = await startWithProfile();
  expect(profile.made.headers.get("etag")).toBe('"1"');

  const fields = {
    description: "",
    target_countries: ["Austria"],
    min_confidence_score: null,
    reason: " Vienna  opens ",
  };
  const first = await patch(fields, { "if-match": '"1"' });
  const after = { ...profile.body, description: "", target_countries: ["Austria"] };
  expect(first).toMatchObject({ status: 200, body: after });
  expect(first.headers.get("etag")).toBe('"2"');

  const stale = await patch({ name: "Late" }, { "if-match": '"1"' });
  expect(stale).toMatchObject({
    status: 412,
    body: { detail: "The ICP profile has another ETag now: look at what was changed" },
  });
  expect(stale.headers.get("etag")).toBe('"2"');
  const shown = await ask(profile.path, { key });
  expect(shown).toMatchObject({ status: 200, body: after });
  expect(shown.headers.get("etag")).toBe('"2"');
  const name = key.slice(0, 13);
  expect((await history()).items.map(({ revision }) => revision)).toMatchObject([
    { revision: 2, by: name, reason: "Vienna opens" },
    { revision: 1, by: name, reason: "" },
  ]);
});

it("lets only the first of two programs change what both have read", async () => {
  const { patch } = await startWithProfile();
  const answers = await Promise.all(["Ana", "Ben"].map((name) => patch({ name }, { "if-match": '"1"' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it("takes * for whatever is there, and of several ETags the one that fits", async () => {
  const { patch, archive } = await startWithProfile();
  expect(await patch({ name: "Second" }, { "if-match": "*" })).toMatchObject({ status: 200 });
  expect(await patch({ name: "Third" }, { "if-match": '"x", W/"9" ,, "2"' })).toMatchObject({ status: 200 });
  expect(await patch({ name: "Fourth" }, { "if-match": 'W/"3"' })).toMatchObject({ status: 412 });
  expect(await archive({ "if-match": '"7", "3"' })).toMatchObject({ status: 204 });
});

it("writes nothing where all of it is so already", async () => {
  const { patch, profile, history } = await startWithProfile();
  for (const body of [{}, { ...documented, reason: "none" }]) {
    const answer = await patch(body, { "if-match": '"1"' });
    expect(answer).toMatchObject({ status: 200, body: profile.body });
    expect(answer.headers.get("etag")).toBe('"1"');
  }
  expect(await history()).toMatchObject({ total: 1 });
});

it("refuses a change in the words of the others, and changes nothing", async () => {
  const { create, patch, profile, ask, key, makeKey } = await startWithProfile();
  await create(key, { name: "Fintech" });
  const fits = { "if-match": '"1"' };
  const refused = (status: number, detail: string) => ({ status, body: { detail } });
  expect(await patch({ name: "x" })).toMatchObject(
    refused(428, "Send the profile’s ETag in If-Match, so that nobody’s change is lost"),
  );
  expect(await patch({ name: "x" }, { "if-match": "1" })).toMatchObject(
    refused(400, 'Send in If-Match the ETag of an answer as it was, such as "3", or *'),
  );
  expect(await patch({ name: "FINTECH" }, fits)).toMatchObject(
    refused(409, "An ICP profile is called “Fintech” already"),
  );
  expect(await patch({ name: "", reason: "x".repeat(201) }, fits)).toMatchObject({
    status: 422,
    body: {
      detail: [
        { loc: ["body", "name"], msg: "Give a text of 1 to 100 characters." },
        { loc: ["body", "reason"], msg: "Give a text of at most 200 characters." },
      ],
    },
  });
  expect(await patch({ name: "x" }, { ...fits, "content-type": "text/plain" })).toMatchObject({
    status: 415,
  });
  expect(await patch({ name: "x".repeat(300_000) }, fits)).toMatchObject(
    refused(413, "The body is over 256 KB"),
  );
  const [reader, betas] = [await makeKey([]), await makeKey(["icp:write"], beta)];
  for (const method of ["PATCH", "DELETE"]) {
    const sent = { method, body: method === "PATCH" ? "{}" : null };
    const headers = { ...(method === "PATCH" && { "content-type": "application/json" }), "if-match": '"9"' };
    const of = (key: string, path = profile.path) => ask(path, { ...sent, headers, key });
    expect(await of(reader)).toMatchObject(refused(403, "Scope 'icp:write' required"));
    for (const strange of [
      of(betas),
      of(key, "/icp-profiles/x"),
      of(key, `/icp-profiles/${crypto.randomUUID()}`),
    ]) {
      expect(await strange).toMatchObject(refused(404, "No ICP profile has this id"));
    }
    expect(await of(key)).toMatchObject({ status: 412 });
  }
  expect(await ask(profile.path, { key })).toMatchObject({ body: profile.body });
});

it("counts a change as one of the day's writes, and archives when they are spent", async () => {
  const { stores, patch, archive } = await startWithProfile();
  const store = stores.profilesOf(acme);
  for (let index = 0; index < 198; index += 1) await save(store, { name: `P${index}` });
  expect(await patch({ name: "The last one" }, { "if-match": "*" })).toMatchObject({ status: 200 });
  const spent = await patch({ name: "One too many" }, { "if-match": "*" });
  expect(spent).toMatchObject({
    status: 429,
    body: { detail: "Rate limit exceeded. Try again in 43200 seconds." },
  });
  expect(spent.headers.get("retry-after")).toBe("43200");
  expect(await archive()).toMatchObject({ status: 204 });
});

it("archives a profile, whose name is free then, and which people can take back", async () => {
  const { stores, ask, create, archive, profile, key } = await startWithProfile();
  expect(await archive({ "if-match": '"2"' })).toMatchObject({ status: 412 });
  const archived = await archive();
  expect(archived).toMatchObject({ status: 204, body: undefined });
  for (const answer of [await ask(profile.path, { key }), await archive()]) {
    expect(answer).toMatchObject({ status: 404 });
  }
  expect(await ask("/icp-profiles", { key })).toMatchObject({ body: { profiles: [] } });
  expect(await stores.profilesOf(acme).archive?.find(profile.id)).toMatchObject({ by: key.slice(0, 13) });
  expect(await create(key, documented)).toMatchObject({ status: 201 });
});

it("reads no list of tags out of what is none", () => {
  for (const header of [
    "",
    " ",
    "3",
    '"3',
    '3"',
    '"3" "4"',
    "W/",
    'w/"3"',
    '*, "3"',
    '"3", *',
    ",",
    '"a b"',
  ]) {
    expect([header, readIfMatch(header)]).toEqual([header, { kind: "malformed" }]);
  }
  expect(readIfMatch(' "1"\t,"a,b", W/"2", "03","9999999999999999999","" ')).toEqual({
    kind: "revisions",
    revisions: [1],
  });
});

/** A REST door to a workspace with the documented profile in it. */
async function startWithProfile() {
  const rest = await startRest();
  const key = await rest.makeKey();
  const made = await rest.create(key, documented);
  const id = ProfileId.parse(Object(made.body).id);
  const path = `/icp-profiles/${id}`;
  const { body } = await rest.ask(path, { key });
  const asked = { page: 1, pageSize: 10, id };
  return {
    ...rest,
    key,
    profile: { id, path, made, body: Object(body) as object },
    patch: (change: object, headers: Readonly<Record<string, string>> = {}) =>
      rest.ask(path, {
        key,
        method: "PATCH",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(change),
      }),
    archive: (headers: Readonly<Record<string, string>> = {}) =>
      rest.ask(path, { key, method: "DELETE", headers }),
    async history() {
      const page = await rest.stores.profilesOf(acme).history?.page(asked);
      if (page === undefined) throw new Error("a history is kept here");
      return page;
    },
  };
}
