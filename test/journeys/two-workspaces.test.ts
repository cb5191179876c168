import { expect, it } from "vitest";
import { demoSeed } from "../../src/sandbox/server/demo-seed.ts";
import { betaInstallation, defaultSeed } from "../../src/sandbox/server/seed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

function bothInstalled() {
  const seed = defaultSeed();
  seed.app.installations.push(betaInstallation);
  return seed;
}

it("keeps two workspaces apart that one bot serves", async () => {
  const { slack } = await startTeam({ seed: { seed: bothInstalled() }, defaultWriters: "members" });
  const ana = slack.person("ana");
  const eve = slack.person("eve");
  await saveProfiles(ana, ["Acme’s"]);
  await eve.types("/icp list");
  await eve.sees("No ICP profiles yet.");
  await saveProfiles(eve, ["Beta’s"]);
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
  await ana.sees("Acme’s");
  ana.seesNot("Beta’s");
});

it("answers somebody of one workspace as a stranger on the other one’s message, also where both have the app", async () => {
  const { slack } = await startTeam({ seed: { seed: bothInstalled() }, defaultWriters: "members" });
  const ana = slack.person("ana").goesTo("general");
  await saveProfiles(ana, ["Acme’s"]);
  await ana.types("/icp show acme");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  const card = ana.messages[0];
  const eve = slack.person("eve");
  await eve.types("/icp list");
  await eve.sees("No ICP profiles yet.");
  const last = card?.blocks.at(-1) as { elements: { value: string }[] };
  const [button] = last.elements;
  await eve.sends({
    type: "block_actions",
    container: { type: "message", message_ts: card?.ts, channel_id: card?.channel, is_ephemeral: false },
    message: { team: "T0ACME" },
    actions: [{ type: "button", block_id: "card-do", ...button }],
  });
  await eve.sees("The ICP profiles here belong to Acme.");
});

it("tells somebody of a third workspace that these profiles are not theirs, not to wait", async () => {
  const { slack } = await startTeam({ seed: { seed: demoSeed() } });
  const eve = slack.person("eve").goesTo("partners");
  await eve.types("/icp list");
  await eve.sees("The ICP profiles here belong to another workspace.");
});

it("answers a form that was shared already to nobody but whoever shared it", async () => {
  const { slack } = await startTeam({ seed: { seed: bothInstalled() }, defaultWriters: "members" });
  const ana = slack.person("ana").goesTo("general");
  await saveProfiles(ana, ["Acme’s"]);
  await ana.types("/icp show acme");
  await ana.presses("Share…");
  await ana.sees("Share profile");
  const form = ana.modal?.view;
  await ana.saves();
  await ana.sees("is shared.");
  const state = { values: { channel: { value: { selected_conversation: "C0BETAGENERAL" } } } };
  for (const team of ["T0ACME", "T0BETA"]) {
    const view = { ...form, team_id: team, app_installed_team_id: team, state };
    const { body } = await slack.person("eve").sends({ type: "view_submission", view });
    expect(body).not.toContain("Acme’s");
    expect(body).toMatch(/belong to Acme\.|isn’t there any more\./);
  }
});

it("serves the other workspaces where Slack takes one token no more", async () => {
  const { slack, app, logged, restart } = await startTeam({ seed: { seed: bothInstalled() } });
  await app.identified;
  slack.revokeToken("T0ACME");
  await restart();
  const eve = slack.person("eve");
  await eve.types("/icp list");
  await eve.sees("No ICP profiles yet.");
  expect(logged.join("")).toContain("the workspace of token 1 is not served");
});
