import { expect, it } from "vitest";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00Z");

it("answers the same until this process or another one changes the file, and then what holds", async () => {
  const folder = temporaryFolder();
  const [{ workspaces, apiKeys }, other] = [await storesIn(folder), await storesIn(folder)];
  await workspaces.meet({ teamId: acme, name: "Acme" });
  const made = await apiKeys.make({ teamId: acme, scopes: [], by: "operator", at });
  if (made.kind === "full") throw new Error("it is the first key");
  await apiKeys.recognize(made.secret, at);
  const known = await workspaces.find(acme);
  expect(await workspaces.find(acme)).toBe(known);

  await other.workspaces.setPlan(acme, "max");
  expect(await workspaces.find(acme)).toMatchObject({ plan: "max" });
  await workspaces.setPlan(acme, "free");
  expect(await workspaces.find(acme)).toMatchObject({ plan: "free" });
  expect(await apiKeys.recognize(made.secret, at)).toMatchObject({
    apiKey: { teamId: acme },
    workspace: { plan: "free" },
  });
  await other.apiKeys.revoke({ teamId: acme, name: made.apiKey.name });
  expect(await apiKeys.recognize(made.secret, at)).toBeUndefined();
});

it("finds what was not there before", async () => {
  const folder = temporaryFolder();
  const [{ workspaces }, other] = [await storesIn(folder), await storesIn(folder)];
  expect(await workspaces.find(beta)).toBeUndefined();
  await other.workspaces.meet({ teamId: beta, name: "Beta" });
  expect(await workspaces.find(beta)).toMatchObject({ name: "Beta" });
});
