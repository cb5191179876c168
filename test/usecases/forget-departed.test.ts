import { expect, it } from "vitest";
import { EnterpriseId } from "../../src/rules/people.ts";
import { createDataFiles } from "../../src/stores/sql/data-files.ts";
import { forgetDeparted } from "../../src/usecases/forget-departed.ts";
import { folderText } from "../support/folder-text.ts";
import { acme, beta, namesIn, save, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("begins again with a departure that was broken off, until nothing is left", async () => {
  const folder = temporaryFolder();
  const { departures, workspaces, profilesOf } = await storesIn(folder);
  await workspaces.meet({ teamId: acme, name: "Acme" });
  await save(profilesOf(acme), { name: "Quokka" });
  const at = "2026-05-01T12:00:00.000Z";
  await departures.leave({ id: acme, at, dataUntil: at });
  const files = createDataFiles(folder);
  const broken = { ...files, remove: () => Promise.reject(new Error("the disk is away")) };
  const deps = { departures, reaches: async () => false, now: () => new Date(at) };
  for (const departure of await departures.due(at)) {
    await expect(forgetDeparted({ ...deps, files: broken }, departure)).rejects.toThrow("the disk is away");
  }
  const due = await departures.due(at);
  expect(due).toEqual([{ id: acme, teams: [acme] }]);
  for (const departure of due) expect(await forgetDeparted({ ...deps, files }, departure)).toBe(true);
  expect(await departures.due(at)).toEqual([]);
  for (const trace of ["T0ACME", "Quokka"]) expect(folderText(folder)).not.toContain(trace);
});

it("keeps the file of whoever comes back while another one’s is deleted", async () => {
  const folder = temporaryFolder();
  const { departures, workspaces, profilesOf } = await storesIn(folder);
  const id = EnterpriseId.parse("E0GLOBEX");
  for (const teamId of [acme, beta]) {
    await workspaces.meet({ teamId, name: teamId, enterpriseId: id });
    await save(profilesOf(teamId), { name: `Quokka of ${teamId}` });
  }
  const at = "2026-05-01T12:00:00.000Z";
  await departures.leave({ id, at, dataUntil: at });
  const [departure] = await departures.due(at);
  const files = createDataFiles(folder);
  const whileRemoving = {
    ...files,
    async remove(teamId: typeof acme) {
      const removed = await files.remove(teamId);
      await workspaces.meet({ teamId: beta, name: "Beta" });
      return removed;
    },
  };
  const deps = { departures, files: whileRemoving, reaches: async () => false, now: () => new Date(at) };
  if (departure === undefined) throw new Error("nothing is due");
  expect(await forgetDeparted(deps, departure)).toBe(true);
  expect((await workspaces.list()).map(({ teamId }) => teamId)).toEqual([beta]);
  expect(await namesIn(profilesOf(beta))).toEqual(["Quokka of T0BETA"]);
});

it("keeps everything of whoever has come back since it was looked up who is due", async () => {
  const folder = temporaryFolder();
  const { departures, workspaces, profilesOf } = await storesIn(folder);
  await workspaces.meet({ teamId: acme, name: "Acme" });
  await save(profilesOf(acme), { name: "Quokka" });
  const at = "2026-05-01T12:00:00.000Z";
  await departures.leave({ id: acme, at, dataUntil: at });
  const [departure] = await departures.due(at);
  if (departure === undefined) throw new Error("nothing is due");
  await departures.regainAccess({ teamId: acme, at });
  const files = createDataFiles(folder);
  const deps = { departures, files, reaches: async () => false, now: () => new Date(at) };
  expect(await forgetDeparted(deps, departure)).toBe(false);
  expect(await namesIn(profilesOf(acme))).toEqual(["Quokka"]);
});
