import { expect, it } from "vitest";
import { createDataFiles } from "../../src/stores/sql/data-files.ts";
import { forgetDeparted } from "../../src/usecases/forget-departed.ts";
import { folderText } from "../support/folder-text.ts";
import { acme, save, storesIn } from "../support/store-in.ts";
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
