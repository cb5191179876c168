import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EnterpriseId, UserId } from "../../src/rules/people.ts";
import { createSeal, newKey, readKey } from "../../src/stores/sql/sealed.ts";
import type { Stores } from "../../src/stores/sql/stores.ts";
import { folderText } from "../support/folder-text.ts";
import { makeAccess } from "../support/make-access.ts";
import { makeKey } from "../support/make-key.ts";
import { workspace, workspaceProcess } from "../support/run-workspace.ts";
import { acme, beta, pathOf, save, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00.000Z");
const dueAt = at.toISOString();
const quokka = UserId.parse("U0QUOKKA");
const installedAt = "2026-04-01T12:00:00.000Z";

/** A workspace that leaves a trace in every place there is, as a running bot has it. */
async function leaveTraces(
  { installationsWith, connectionsWith, ...stores }: Stores,
  teamId: typeof acme,
): Promise<void> {
  const key = readKey(newKey());
  if (key === undefined) throw new Error("a new key is a key");
  const installation = { id: teamId, name: `${teamId} Ltd`, scopes: [], installedBy: quokka, installedAt };
  const seal = createSeal({ keys: () => [key] });
  await installationsWith(seal).save({ ...installation, botToken: "xoxb-1" });
  await connectionsWith(seal).connect({ teamId, key: makeKey(), by: quokka, at });
  await stores.apiKeys.make({ teamId, scopes: [], by: quokka, at });
  await stores.workspaces.meet({ teamId, name: installation.name });
  await stores.installerGreetings.add({ id: teamId, userId: quokka });
  await stores.reminders.set({ teamId, kind: "draft-expired", subject: quokka, dueAt });
  await stores.greetingsOf(teamId).add(quokka);
  await save(stores.profilesOf(teamId), { name: `Profile of ${teamId}` });
  await stores.draftsOf(teamId).keep({ values: { name: "Typed" }, by: quokka, about: "", at });
  const change = { icpAdmins: [quokka] };
  await stores.accessOf(teamId).set({ revision: 0, was: makeAccess(), change, by: quokka, at });
  await stores.accessOf(teamId).request({ by: quokka, at });
}

it("leaves no byte of a workspace behind, beside a running bot, and every byte of the others", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  const stores = await storesIn(env.DATA_DIR);
  await leaveTraces(stores, acme);
  const before = folderText(env.DATA_DIR);
  const [token = ""] = /v1\.[\w.+/=-]{40,}/.exec(before) ?? [];
  expect(token).not.toBe("");
  await stores.workspaces.meet({ teamId: beta, name: "Beta Freight" });
  await save(stores.profilesOf(beta), { name: "Wombat" });
  const path = pathOf(env.DATA_DIR);
  for (const copy of [
    `${path}.before-002`,
    `${path}.new-1`,
    join(env.DATA_DIR, "control.sqlite.before-002"),
  ]) {
    writeFileSync(copy, "T0ACME");
  }

  expect(await workspaceProcess(env, "forget", "T0ACME", "--now")).toMatchObject({ code: 0, stderr: "" });

  const after = folderText(env.DATA_DIR);
  for (const trace of ["T0ACME", "U0QUOKKA", "Typed", token]) expect(after).not.toContain(trace);
  for (const kept of ["T0BETA", "Beta Freight", "Wombat"]) expect(after).toContain(kept);
  expect(await stores.departures.due(new Date(at.getTime() + 1).toISOString())).toEqual([]);
});

it("takes away what is left of a workspace whose file is gone", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  const stores = await storesIn(env.DATA_DIR);
  const organization = EnterpriseId.parse("E0GLOBEX");
  await stores.workspaces.meet({ teamId: acme, name: "Acme", enterpriseId: organization });
  await save(stores.profilesOf(beta), { name: "Wombat" });
  for (const end of ["-wal", "-shm"]) writeFileSync(`${pathOf(env.DATA_DIR)}${end}`, "Quokka");
  expect(await workspace(env, "forget", "T0ACME", "--now")).toMatchObject({ code: 0, stderr: "" });
  for (const trace of ["T0ACME", "Quokka"]) expect(folderText(env.DATA_DIR)).not.toContain(trace);
});
