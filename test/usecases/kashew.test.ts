import { expect, it } from "vitest";
import { toFault } from "../../src/errors.ts";
import type { Person, Standing } from "../../src/rules/people.ts";
import { canary } from "../../src/sandbox/server/ids.ts";
import { expectNoSecret } from "../support/expect-no-secret.ts";
import { folderText } from "../support/folder-text.ts";
import { makeKey } from "../support/make-key.ts";
import { ana, ben, makeDraft } from "../support/make-profile.ts";
import { openKashew } from "../support/open-kashew.ts";
import { acme, save } from "../support/store-in.ts";
import { documented } from "../wire/documented.ts";
import type { Mood } from "../wire/kashew-stub.ts";

const owner: Person = { kind: "slack", teamId: acme, userId: ana, standing: "owner", isInstaller: false };
const member: Person = { ...owner, userId: ben, standing: "member" };
const guest: Person = { ...member, standing: "guest" satisfies Standing };
const refuses = (status: number, body: unknown): Mood => ({ kind: "answers", status, body });
const everything = { words: [], state: "all", page: 1, pageSize: 10 } as const;

it("connects a key that Kashew takes, says what is there and what is hidden then, and tells the history its beginning alone", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  await save(kashew.profilesOf(acme), { name: "Local" });
  stub.make({ name: "Remote" });
  await usecases.disconnectKashew(owner);
  const other = makeKey("efgh5678");
  stub.admit(other);

  expect(await usecases.connectKashew(owner, ` ${other} `)).toMatchObject({
    kind: "connected",
    profiles: 1,
    keptHere: 1,
    connection: { shownKey: "kshw_efgh5678_…", connectedBy: ana, state: "ok" },
    isNoted: true,
  });
  expect(await usecases.connectKashew(owner, kashew.key)).toMatchObject({ replaced: "kshw_efgh5678_…" });
  const named = async () => {
    const answer = await usecases.listProfiles(member, everything);
    return answer.kind === "listed" && answer.page.profiles.map(({ name }) => name);
  };
  expect(await named()).toEqual(["Remote"]);
  expect(await usecases.disconnectKashew(owner)).toMatchObject({ shownKey: "kshw_abcd1234_…" });
  expect(await usecases.listProfiles(member, everything)).toMatchObject({ missing: { kind: "plan" } });
  const told = (await kashew.auditOf(acme).all()).filter(({ kind }) => kind.startsWith("kashew-"));
  expect(told.map(({ kind, subject, before }) => [kind, subject, before])).toEqual([
    ["kashew-disconnected", "kshw_abcd1234_…", ""],
    ["kashew-connected", "kshw_efgh5678_…", ""],
    ["kashew-connected", "kshw_abcd1234_…", "kshw_efgh5678_…"],
    ["kashew-disconnected", "kshw_abcd1234_…", ""],
  ]);
  expect(folderText(kashew.folder)).not.toContain(canary);
});

it("knows a workspace again that was forgotten just before it is connected, or given a key", async () => {
  const { usecases, key, ...kashew } = await openKashew();
  await usecases.forgetWorkspace(acme);
  expect(await usecases.connectKashew(owner, key)).toMatchObject({ kind: "connected" });
  expect(await usecases.showConnection(owner)).toMatchObject({ kind: "connected" });
  await usecases.forgetWorkspace(acme);
  const made = await usecases.makeKey({ teamId: acme, scopes: ["icp:write"] });
  expect(made).toMatchObject({ kind: "made" });
  expect(await kashew.workspaces.find(acme)).toMatchObject({ teamId: acme });
});

it("connects a workspace in somebody’s name without asking Kashew, and tells its history", async () => {
  const { stub, usecases, ...kashew } = await openKashew();
  const key = makeKey("efgh5678");
  await usecases.connectWorkspace({ teamId: acme, key, by: ben });
  expect(stub.asked).toEqual([]);
  const connection = { shownKey: "kshw_efgh5678_…", connectedBy: ben, state: "ok" };
  expect(await kashew.workspaces.find(acme)).toMatchObject({ connection });
  expect(await kashew.auditOf(acme).all()).toMatchObject([
    { kind: "kashew-connected", by: ben, subject: "kshw_efgh5678_…", before: "kshw_abcd1234_…" },
  ]);
});

it("keeps no key that is none, that Kashew refuses, or that could not be tried", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  await usecases.disconnectKashew(owner);
  const key = makeKey("zzzz0000");
  expect(await usecases.connectKashew(owner, "kshw_short")).toEqual({ kind: "malformed" });
  expect(stub.asked).toEqual([]);
  expect(await usecases.connectKashew(owner, key)).toEqual({ kind: "key-refused" });
  stub.next("GET", refuses(402, ""));
  expect(await usecases.connectKashew(owner, key)).toEqual({ kind: "plan-refused" });
  stub.next("GET", refuses(429, documented.rateLimited));
  const fault = await usecases.connectKashew(owner, key).catch(toFault);
  expect(fault).toMatchObject({ code: "kashew-busy" });
  expectNoSecret(fault);
  expect(await usecases.connectKashew(member, key)).toMatchObject({ kind: "refused", action: "administer" });
  expect((await kashew.workspaces.find(acme))?.connection).toBeUndefined();
});

it("refuses for the plan that Kashew refused, until it is checked again", async () => {
  const kashew = await openKashew();
  const { stub } = kashew;
  stub.next("GET", refuses(402, ""), refuses(402, ""));
  expect(await kashew.usecases.listProfiles(member, everything).catch(toFault)).toMatchObject({
    code: "kashew-plan",
  });
  const asked = stub.asked.length;
  expect(await kashew.usecases.listProfiles(member, everything)).toMatchObject({
    missing: { kind: "plan", plan: "free" },
  });
  expect(stub.asked).toHaveLength(asked);
  expect(await kashew.usecases.checkAgain(guest)).toMatchObject({ kind: "refused" });
  expect(await kashew.usecases.checkAgain(member)).toEqual({ kind: "checked", state: "plan" });
  expect(await kashew.usecases.checkAgain(member)).toEqual({ kind: "checked", state: "ok" });
  expect(await kashew.usecases.listProfiles(member, everything)).toMatchObject({ kind: "listed" });
});

it("lets people look and not create with a key that may not write, keeps what they typed, and tries again when told to", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  stub.next("POST", refuses(403, { detail: "Scope 'icp:write' required" }));
  const draft = makeDraft();
  expect(await usecases.createProfile(member, { draft, key: "k" }).catch(toFault)).toMatchObject({
    code: "kashew-scope",
  });
  expect(await usecases.listProfiles(member, everything)).toMatchObject({ kind: "listed", mayCreate: false });
  const refused = { kind: "refused", missing: { kind: "connection", state: "read-only" } };
  expect(await usecases.createProfile(member, { draft, key: "k" })).toMatchObject({
    ...refused,
    isDraftKept: true,
  });
  expect(await usecases.beginProfile(member)).toMatchObject(refused);
  expect(stub.count("POST")).toBe(1);
  expect(await usecases.checkAgain(member)).toEqual({ kind: "checked", state: "ok" });
  expect(await usecases.createProfile(member, { draft, key: "k" })).toMatchObject({
    kind: "created",
    keeper: "kashew",
  });
});

it("asks Kashew itself when it is told to check, and claims nothing where Kashew doesn’t answer", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  stub.next("POST", refuses(403, { detail: "Scope 'icp:write' required" }));
  await usecases.createProfile(member, { draft: makeDraft(), key: "k" }).catch(toFault);
  const asked = stub.count("GET");
  stub.always("GET", refuses(503, ""));
  expect(await usecases.checkAgain(member).catch(toFault)).toMatchObject({ code: "kashew-down" });
  expect(await kashew.connection()).toMatchObject({ state: "read-only" });
  stub.always("GET", undefined);
  kashew.advance(60_000);
  expect(stub.count("GET")).toBeGreaterThan(asked);
  await kashew.restart();
  expect(await usecases.checkAgain(member)).toEqual({ kind: "checked", state: "ok" });
});

it("checks nothing with a key that is refused, or where there is none", async () => {
  const kashew = await openKashew();
  kashew.stub.revoke(kashew.key);
  const { usecases } = kashew;
  expect(await usecases.checkAgain(member)).toEqual({ kind: "checked", state: "broken" });
  expect(await usecases.checkAgain(member)).toEqual({ kind: "not-asked" });
  expect(kashew.stub.asked).toHaveLength(1);
  const broken = { kind: "refused", missing: { kind: "connection", state: "broken" } };
  expect(await usecases.listProfiles(member, everything)).toMatchObject(broken);
  await usecases.disconnectKashew(owner);
  expect(await usecases.checkAgain(member)).toEqual({ kind: "not-connected" });
  expect(await usecases.disconnectKashew(owner)).toEqual({ kind: "not-connected" });
});

it("claims no success with what Kashew cannot do", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  const { id } = stub.make({ name: "Fintech" });
  const shown = await usecases.listProfiles(member, everything);
  const profile = shown.kind === "listed" ? shown.page.profiles[0] : undefined;
  if (profile === undefined) throw new Error("it is listed");
  expect(profile.id).toBe(id);
  expect(await usecases.setProfileState(member, { id: profile.id, isActive: false })).toEqual({
    kind: "cannot",
  });
  expect(await usecases.importProfiles({ teamId: acme, profiles: [{ draft: makeDraft() }] })).toEqual({
    kind: "cannot",
  });
  expect(await usecases.showProfile(member, { id: profile.id })).toMatchObject({
    keeper: "kashew",
    canChange: false,
  });
  expect(stub.asked.every(({ method }) => method === "GET")).toBe(true);
});

it("answers an unknown outcome as one, and looks again without sending", async () => {
  const kashew = await openKashew();
  const { stub, usecases } = kashew;
  stub.next("POST", { kind: "cuts", when: "before" });
  const ask = { draft: makeDraft(), key: "k" };
  const unknown = { kind: "unknown-outcome", looked: "not-found" };
  expect(await usecases.createProfile(member, ask)).toMatchObject(unknown);
  expect(await usecases.lookAgain(member, "k")).toMatchObject(unknown);
  stub.make({ name: ask.draft.name });
  expect(await usecases.lookAgain(member, "k")).toMatchObject({
    kind: "created",
    wasFound: true,
    writes: { used: 1, limit: 200, isEstimate: true },
  });
  expect(await usecases.lookAgain(member, "other")).toEqual({ kind: "not-sent" });
  expect(stub.count("POST")).toBe(1);
});

it("lets people begin beyond the writes that a plan includes, since Kashew counts for itself", async () => {
  const kashew = await openKashew();
  const sent = kashew.sentOf(acme);
  for (let count = 1; count <= 200; count += 1) {
    await sent.begin({ key: `${count}`, draft: makeDraft(), by: ben, at: kashew.now() });
  }
  const writes = { used: 200, limit: 200, isEstimate: true };
  expect(await kashew.usecases.beginProfile(member)).toEqual({ kind: "begun", keeper: "kashew", writes });
  expect(await kashew.usecases.createProfile(member, { draft: makeDraft(), key: "k" })).toMatchObject({
    kind: "created",
    writes: { used: 201 },
  });
});

it("tells an admin how the connection stands, and the operator too", async () => {
  const kashew = await openKashew();
  kashew.stub.make({ name: "Fintech", is_active: false });
  expect(await kashew.usecases.examineWorkspace(owner)).toMatchObject({
    kashew: { kind: "known", value: { shownKey: "kshw_abcd1234_…", state: "ok" } },
    plan: { value: "pro" },
    profiles: { value: { total: 1, active: 0 } },
  });
  expect(await kashew.usecases.showWorkspace(acme)).toMatchObject({
    profiles: 1,
    plan: "pro",
    connection: { state: "ok" },
  });
});

it("leaves nothing of a workspace that is forgotten", async () => {
  const kashew = await openKashew();
  await kashew.usecases.createProfile(member, { draft: makeDraft({ name: "Quokka" }), key: "k" });
  await kashew.usecases.forgetWorkspace(acme);
  const left = folderText(kashew.folder);
  expect(left).not.toContain("Quokka");
  expect(left).not.toContain("kshw_");
});
