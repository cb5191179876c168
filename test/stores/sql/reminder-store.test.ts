import { expect, it } from "vitest";
import { EnterpriseId } from "../../../src/rules/people.ts";
import type { Reminder } from "../../../src/stores/reminder-store.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const noon = new Date("2026-05-01T12:00:00.000Z");
const later = new Date("2026-05-01T13:00:00.000Z");
const untold: Reminder = { teamId: acme, kind: "answer-untold", subject: "1", dueAt: noon.toISOString() };
const draft: Reminder = { teamId: beta, kind: "draft-expired", subject: "U0BEN", dueAt: later.toISOString() };

it("names what is due, over a new start, with the organization of the workspace", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const organization = EnterpriseId.parse("E0GLOBEX");
  await stores.workspaces.meet({ teamId: beta, name: "Beta", enterpriseId: organization });
  for (const reminder of [draft, untold]) await stores.reminders.set(reminder);
  await stores.close();
  const { reminders } = await storesIn(folder);
  expect(await reminders.due(new Date(noon.getTime() - 1))).toEqual([]);
  expect(await reminders.due(noon)).toEqual([untold]);
  expect(await reminders.due(later)).toEqual([untold, { ...draft, organization }]);
});

it("forgets what was done, but not what was set anew meanwhile", async () => {
  const { reminders } = await storesIn(temporaryFolder());
  await reminders.set(untold);
  await reminders.set({ ...untold, subject: "2" });
  await reminders.set({ ...untold, dueAt: later.toISOString() });
  await reminders.clear(untold);
  await reminders.clear({ ...untold, subject: "2" });
  expect(await reminders.due(later)).toEqual([{ ...untold, dueAt: later.toISOString() }]);
});

it("forgets with a workspace what was to be done there", async () => {
  const { reminders, workspaces } = await storesIn(temporaryFolder());
  for (const reminder of [draft, untold]) await reminders.set(reminder);
  await workspaces.forget(beta);
  expect(await reminders.due(later)).toEqual([untold]);
});
