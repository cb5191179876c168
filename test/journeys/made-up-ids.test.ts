import { readdirSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { installInto } from "../support/install-app.ts";
import { pressed } from "../support/pressed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const madeUp = [crypto.randomUUID(), "", "../../T0BETA", "__proto__", "x".repeat(2000), '{"profile":"../x"}'];

it("says of whatever a button or an option is made to name that it isn’t there", async () => {
  const { slack, logged } = await startTeam();
  const ana = slack.person("ana");
  const named = [
    ["profile-details:1", "This profile isn’t there any more."],
    ["profile-find", "This profile isn’t there any more."],
    ["profile-pause", "This profile isn’t there any more."],
    ["profile-share-open", "This profile isn’t there any more."],
    ["profile-archive", "This profile isn’t there any more."],
    ["profile-owner", "This profile isn’t there any more."],
    ["archived-restore", "This profile isn’t there any more."],
    ["profile-delete", "This profile is not in the archive any more"],
    ["more", "This button or form is from an older version of the app."],
    ["card-refresh", "This profile isn’t there any more."],
    ["access-withdraw", "This request isn’t there any more."],
    ["access-allow", "This request isn’t there any more."],
  ] as const;
  for (const [action_id, words] of named) {
    for (const value of madeUp) {
      await ana.sends(pressed({ action_id, value, selected_option: { value } }));
      await ana.sees(words);
      await ana.closes({ all: true });
    }
  }
  await vi.waitFor(() => expect(outcomes(logged)).toEqual(done(named.length * madeUp.length)));
});

it("goes by no id of a view: a made-up one is a form like others, and nothing is drawn into it", async () => {
  const { slack, logged } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new");
  const { view } = ana.modal ?? {};
  for (const [index, id] of madeUp.entries()) {
    const state = { values: { name: { value: { value: `Fintech ${index}` } } } };
    const { body } = await ana.sends({ type: "view_submission", view: { ...view, id, state } });
    expect(JSON.parse(body)).toMatchObject({
      response_action: "update",
      view: { title: { text: "Profile saved" } },
    });
  }
  await ana.sends({ ...pressed({ action_id: "history-page:1", value: "1" }), view: { id: "V0MADEUP" } });
  await vi.waitFor(() => expect(outcomes(logged)).toEqual([...done(1 + madeUp.length), "closed"]));
  expect(ana.modal?.title).toBe("New ICP profile");
});

it("knows no workspace of an id that is none, and makes no file of one", async () => {
  const team = await startTeam({ seed: { seed: installSeed() } });
  await installInto(team, { home: "E0GLOBEX", person: "W0NOA" });
  const noa = team.slack.person("noa");
  const paths = [
    "T0/../../x",
    "T0NORTH/../T0ACME",
    "T0\0",
    "T0\\x",
    "T0.sqlite",
    "t0north",
    `T${"0".repeat(500)}`,
  ];
  for (const id of [...paths, "__proto__", ""]) {
    const { body } = await noa.sends({
      type: "block_suggestion",
      team: { id },
      enterprise: { id: "E0GLOBEX" },
      user: { id: "W0NOA", team_id: id },
      action_id: "profile-find",
      block_id: "list-filter:list",
    });
    expect(body).toContain("removed from this workspace");
  }
  await noa.types("/icp list");
  await noa.sees("No ICP profiles yet.");
  const files = readdirSync(team.config.dataDir, { recursive: true, encoding: "utf8" });
  expect(files.filter((name) => name.endsWith(".sqlite")).sort()).toEqual([
    "control.sqlite",
    "workspaces/T0NORTH.sqlite",
  ]);
});

it("takes a key of every object for a mere key", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new");
  const evil = {
    ["__proto__"]: { polluted: true, value: { value: "x" } },
    constructor: { prototype: { polluted: true } },
  };
  const name = { value: { ...evil, value: "Fintech" } };
  const { body } = await ana.sends({
    ...evil,
    type: "view_submission",
    view: { ...ana.modal?.view, ...evil, state: { ...evil, values: { ...evil, name } } },
  });
  expect(body).toContain("Fintech");
  expect({}).not.toHaveProperty("polluted");
});

it("tells somebody of another organization no more for a payload that is whole", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp new Mine");
  const elsewhere = { id: "W0EVE", team_id: "T0ELSEWHERE" };
  const state = { values: { name: { value: { value: "Mine" } } } };
  const { body } = await ana.sends({
    type: "view_submission",
    user: elsewhere,
    enterprise: { id: "E0ELSEWHERE", name: "Elsewhere" },
    view: { ...ana.modal?.view, state },
  });
  expect(body).toContain("belong to Acme");
  expect(body).not.toContain("Fintech");
});

/** What came of each thing that people did. */
function outcomes(logged: readonly string[]): unknown[] {
  return logged.flatMap((line) => JSON.parse(line).outcome ?? []);
}

function done(times: number): string[] {
  return Array.from({ length: times }, () => "done");
}
