import { expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/server/seed.ts";
import { archives, opens } from "../support/gestures.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";
import { pathOf } from "../support/store-in.ts";
import { holdForWriting } from "../support/stored-file.ts";

it.each(["general", "sales"])("posts a card into #%s, where the bot is or is not, once", async (name) => {
  const { slack } = await startTeam();
  const ana = slack.person("ana").goesTo(name);
  await ana.types("/icp new Fintech DACH");
  await ana.fills({ Industries: ["FinTech"], "Job titles": ["VP Sales"] });
  await ana.saves();
  await ana.presses("Share…");
  await ana.sees("Preview # Fintech DACH");
  expect(ana.modal?.values.Channel).toContain(name);
  await ana.saves({ times: 2 });
  await ana.sees("“Fintech DACH” is shared.");
  await ana.closes({ all: true });

  const ben = slack.person("ben").goesTo(name);
  await ben.sees("Ana Ruiz shared an ICP profile");
  await ben.sees("Companies FinTech People VP Sales");
  expect(ben.messages).toHaveLength(1);
  expect(JSON.stringify(ben.messages[0]?.blocks)).not.toContain("<@");
  await ben.presses({ label: "Details of Fintech DACH" });
  await ben.sees("Finding prospects");
});

it("brings a card up to date in place, for whoever may see profiles", async () => {
  const { slack, clock } = await startTeam();
  const ana = slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  const before = ana.messages[0]?.blocks;

  clock.advance(60_000);
  const ben = slack.person("ben").goesTo("sales");
  await ben.presses({ label: "Refresh Fintech DACH" });
  await ben.sees("(edited)");
  expect(ben.messages).toHaveLength(1);
  expect(ben.messages[0]?.blocks).not.toEqual(before);
  await ben.sees("Ana Ruiz shared an ICP profile");
});

it("posts a card once where it cannot be remembered, as one that everybody can refresh", async () => {
  const team = await startTeam();
  const ana = team.slack.person("ana").goesTo("general");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.sees("Share profile");
  const letGo = holdForWriting(pathOf(team.config.dataDir));
  await ana.saves({ times: 2 });
  await ana.sees("“Fintech DACH” is shared.");
  letGo();
  await ana.closes({ all: true });
  await ana.presses({ label: "Refresh Fintech DACH" });
  await ana.sees("(edited)");
  expect(ana.messages).toHaveLength(1);
  expect(team.logged.filter((line) => line.includes("fault:store-busy"))).toHaveLength(1);
});

it("answers a guest's press on a card to that guest alone", async () => {
  const { slack } = await startTeam({ seed: { seed: withoutBotInGeneral() } });
  const ana = slack.person("ana").goesTo("general");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  const gus = slack.person("gus").goesTo("general");
  await gus.presses({ label: "Details of Fintech DACH" });
  await gus.sees("Guests can’t see ICP profiles here.");
  await gus.closes();
  await gus.presses({ label: "Refresh Fintech DACH" });
  await gus.sees("Only visible to you");
  await gus.sees("Guests can’t see ICP profiles here.");
  ana.seesNot("Guests can’t");
  await ana.closes({ all: true });
  await ana.sees("Ana Ruiz shared an ICP profile");
});

it("says under Channel why nothing was posted, and lets it be tried again", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  slack.failNext("chat.postMessage", "restricted_action");
  await ana.saves();
  await ana.sees("Slack doesn’t let this app post there. Choose another channel.");
  slack.failNext("chat.postMessage", { status: 500 });
  await ana.saves();
  await ana.sees("This app can’t reach Slack right now.");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  expect(ana.messages).toHaveLength(1);
});

it.each(["", "x", `${crypto.randomUUID()} nobody`])(
  "answers a forged Refresh of “%s” in words",
  async (value) => {
    const { slack } = await startTeam();
    const ana = slack.person("ana");
    await ana.types("/icp");
    await ana.sends(forgedRefresh(value));
    await ana.sees("This profile isn’t there any more.");
  },
);

it("answers a forged Refresh of a profile that there never was to whoever forged it, where there is no card", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.sends(forgedRefresh(`${crypto.randomUUID()} U0ANA`));
  await ana.goesTo("dm").sees("Ana Ruiz shared an ICP profile, which was deleted since.");
});

function forgedRefresh(value: string) {
  return {
    type: "block_actions",
    container: { type: "message", is_ephemeral: false },
    actions: [{ type: "button", block_id: "card-do", action_id: "card-refresh", value }],
  };
}

function withoutBotInGeneral() {
  const seed = defaultSeed();
  const general = seed.channels.find(({ name }) => name === "general");
  if (general !== undefined) general.members = general.members.filter((id) => id !== "U0APPBOT");
  return seed;
}

it("says that a profile was archived while Owen was about to share it, with the way back", async () => {
  const { slack } = await startTeam();
  const [ana, owen] = [slack.person("ana"), slack.person("owen")];
  await saveProfiles(ana, ["Fintech"]);
  await opens(owen, "fintech", "Share…");
  await archives(ana, "fintech");
  await owen.saves();
  const refusal = "This profile was archived meanwhile. Restored, it can be shared.";
  expect(owen.modal?.errors).toEqual({ Channel: refusal });
  await owen.closes();
  await owen.presses("Share…");
  await owen.sees("It is out of the list, and its name is free.");
  expect(owen.modal?.buttons).toContain("Restore");
});
