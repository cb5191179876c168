import { expect, it } from "vitest";
import { startTeam } from "../support/start-team.ts";

it("makes a key that is shown once and opens the API, says what was done with it, and revokes it", async () => {
  const { slack, app, logged } = await startTeam();
  const [ana, owen] = [slack.person("ana"), slack.person("owen")];
  const ask = (key: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${app.port}/api/v1/icp-profiles`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    });
  await ana.types("/icp keys");
  await ana.sees("No key yet.");
  await ana.fills({ "A new key": true });
  await ana.saves({ times: 3 });
  await ana.sees("Copy this key now.");
  const [key = ""] = /kshw_\w{41}/.exec(ana.screen()) ?? [];
  const shown = `${key.slice(0, 13)}_…`;
  await ana.closes();
  const made = await ask(key, { method: "POST", body: '{"name":"Fintech DACH"}' });
  expect(made.status).toBe(201);
  await ana.types("/icp list");
  await ana.sees(`by the API key \`${shown}\``);
  await ana.presses({ label: "Details of Fintech DACH" });
  await ana.sees(`by the API key \`${shown}\``);
  await ana.closes();

  await owen.types("/icp keys");
  await owen.sees("May list, show, create, change and archive profiles");
  await owen.sees("by @Ana Ruiz");
  await owen.sees(/Used \d/);
  expect(owen.modal?.buttons.filter((name) => name === "Revoke")).toHaveLength(1);
  owen.seesNot(key);
  await owen.presses({ label: `Revoke ${shown}` });
  await owen.sees("No key yet.");
  expect((await ask(key)).status).toBe(404);
  await owen.saves();
  await owen.sees("May list and show profiles");
  const [reader = ""] = /kshw_\w{41}/.exec(owen.screen()) ?? [];
  expect((await ask(key)).status).toBe(401);
  expect((await ask(reader, { method: "POST", body: '{"name":"x"}' })).status).toBe(403);
  await owen.closes();

  await owen.types("/icp access");
  await owen.presses("History of changes");
  await owen.sees(`Made the API key ${shown}, with icp:write`);
  await owen.sees(`Revoked the API key ${shown}`);
  await owen.sees("Created “Fintech DACH”");
  await owen.closes({ all: true });
  for (const secret of [key, reader]) expect(logged.join("")).not.toContain(secret.slice(14));
});

it("shows keys to ICP admins alone, makes no more than can be looked over, and says where the API is off", async () => {
  const { slack } = await startTeam({ restApi: false });
  const [ana, ben, gus] = [slack.person("ana"), slack.person("ben"), slack.person("gus")];
  await ben.types("/icp keys");
  await ben.sees("That is for ICP admins");
  await gus.types("/icp keys");
  await gus.sees("Guests can’t see ICP profiles here.");
  await ana.types("/icp keys");
  await ana.sees("The REST API is off here.");
  slack.setRole("ana", "member");
  await ana.saves();
  await ana.sees("That is for ICP admins");
  await ana.closes({ all: true });
});
