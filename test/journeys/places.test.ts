import { expect, it } from "vitest";
import type { Seed } from "../../src/sandbox/server/seed.ts";
import { defaultSeed } from "../../src/sandbox/server/seed.ts";
import { countProfiles } from "../support/count-profiles.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const places = [
  { what: "a channel with the bot", name: "general" },
  { what: "a channel without the bot", name: "sales" },
  { what: "a private channel with the bot", name: "board" },
  { what: "a private channel without the bot", name: "hiring" },
  { what: "the conversation with the app", name: "dm" },
  { what: "a conversation of two people", name: "ana-and-ben" },
];
const channels = places.slice(0, 4);

it.each(places)("answers whoever types in $what, and nobody else", async ({ name }) => {
  const team = await startTeam({ seed: { seed: everywhere() } });
  const ana = team.slack.person("ana").goesTo(name);
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp lsit");
  await ana.sees("Did you mean /icp list?");
  await ana.presses("Run /icp list");
  await ana.sees("1 ICP profile");
  const shown = ana.messages.length;

  const ben = team.slack.person("ben").goesTo(name);
  ben.seesNot("ICP profile");
  await ben.types("/icp new");
  await ben.sees("You can’t create ICP profiles here yet.");
  await ben.closes();
  await ben.types("/icp show fintech");
  await ben.sees("Finding prospects");
  expect(ana.messages).toHaveLength(shown);
  expect(await countProfiles(team)).toBe(1);
});

it.each(channels)("shares a profile into $what from there, once", async ({ name }) => {
  const { slack } = await startTeam({ seed: { seed: everywhere() } });
  const ana = slack.person("ana").goesTo(name);
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.sees("Posted as a message");
  await ana.saves();
  await ana.sees("“Fintech” is shared.");
  const ben = slack.person("ben").goesTo(name);
  await ben.sees("Ana Ruiz shared an ICP profile");
  expect(ben.messages).toHaveLength(1);
});

it("shares from the conversation with the app into every kind of channel", async () => {
  const { slack } = await startTeam({ seed: { seed: everywhere() } });
  const ana = slack.person("ana").goesTo("dm");
  await saveProfiles(ana, ["Fintech"]);
  for (const { name } of channels) {
    await ana.goesTo("dm").types("/icp show fintech");
    await ana.presses("Share…");
    await ana.fills({ Channel: name });
    await ana.saves();
    await ana.sees("“Fintech” is shared.");
    await ana.closes({ all: true });
    expect(slack.person("ben").goesTo(name).messages).toHaveLength(1);
  }
  expect(ana.dms).toEqual([]);
});

it("says under Channel that none is chosen", async () => {
  const { slack } = await startTeam({ seed: { seed: everywhere() } });
  const ana = slack.person("ana").goesTo("dm");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.sees("Posted as a message");
  const view = { ...ana.modal?.view, state: { values: {} } };
  const { body } = await ana.sends({ type: "view_submission", view });
  expect(JSON.parse(body)).toEqual({
    response_action: "errors",
    errors: { channel: "Choose a channel. If one is chosen, open this form anew." },
  });
});

function everywhere(): Seed {
  const seed = defaultSeed();
  const people = ["U0ANA", "U0BEN"];
  const place = { workspace: "T0ACME", private: true };
  seed.channels.push(
    { ...place, id: "G0BOARD", name: "board", members: [...people, "U0APPBOT"] },
    { ...place, id: "G0HIRING", name: "hiring", members: people },
    { ...place, id: "D0ANABEN", name: "ana-and-ben", members: people },
  );
  return seed;
}
