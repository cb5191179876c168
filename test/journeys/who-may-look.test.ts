import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { archivedList } from "../../src/slack/views/archived-list.ts";
import { home } from "../../src/slack/views/home-ids.ts";
import { profileList } from "../../src/slack/views/list-controls.ts";
import { profileHistory } from "../../src/slack/views/profile-history.ts";
import { refusalsSaid } from "../support/refusals-said.ts";
import { replaysSince } from "../support/replays.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { opensToGuests, startCrew } from "../support/start-crew.ts";

const looks = [
  {
    what: "the list, and a profile in it",
    ids: [profileList.filter, profileList.find, profileList.details],
    async does(person: Person) {
      await person.types("/icp list");
      await person.chooses("All profiles", "Active only");
      await person.sees("2 active ICP profiles");
      await person.chooses("Find a profile by name", "Fintech");
      await person.sees("Finding prospects");
      await person.closes();
      await person.presses({ label: "Details of Fintech" });
      await person.sees("Finding prospects");
    },
  },
  {
    what: "a profile’s history",
    ids: [profileHistory.open, profileHistory.page],
    async does(person: Person) {
      await person.types("/icp show fintech");
      await person.presses("History");
      await person.sees("7. Resumed");
      await person.presses("Older");
      await person.sees("1. Created");
    },
  },
  {
    what: "the archive",
    ids: [archivedList.open],
    async does(person: Person) {
      await person.types("/icp list");
      await person.presses("Archived (1)");
      await person.sees("Page 1 of 1, 1 in all");
    },
  },
];

it.each(looks)(
  "shows every member $what, a guest who may look too, and nobody else",
  async ({ ids, does }) => {
    const { slack, ana, ben, cleo, gus, eve } = await startWithThree();
    const since = slack.exchanges.at(-1)?.id ?? 0;
    for (const person of [ana, ben, cleo]) {
      await does(person);
      await person.closes({ all: true });
    }
    const replays = replaysSince(slack, since, ids);
    expect([...replays.keys()].sort()).toEqual([...ids].sort());
    for (const [person, words] of [
      [gus, refusalsSaid.guest],
      [eve, refusalsSaid.stranger],
    ] as const) {
      for (const one of replays.values()) {
        await person.sends(one);
        await person.sees(words);
        if (person.modal !== undefined) await person.closes({ all: true });
      }
      expect(person.screen()).not.toMatch(/Fintech|Biotech|Old one/);
    }
    await opensToGuests(ana);
    await does(gus);
  },
);

it("shows a guest and a stranger nothing in the app’s home, whatever of Ana’s they press in it", async () => {
  const { slack, ana, gus, eve } = await startWithThree();
  await ana.opensHome();
  const since = slack.exchanges.at(-1)?.id ?? 0;
  await ana.chooses("Active only", "All profiles");
  await ana.sees("2 ICP profiles");
  await ana.enters("Search", "tech");
  await ana.sees("2 ICP profiles match “tech”");
  const pressed = slack.exchanges.filter(({ id, kind }) => id > since && kind === "block_actions");
  expect(JSON.stringify(pressed)).toContain(home.search);
  for (const [person, words] of [
    [gus, refusalsSaid.guest],
    [eve, refusalsSaid.stranger],
  ] as const) {
    for (const { payload } of pressed) {
      const { type, view, actions } = payload as { type: string; view: unknown; actions: unknown };
      await person.sends({ type, view, actions });
    }
    await person.goesTo("home").sees(words);
    expect(person.screen()).not.toMatch(/Fintech|Biotech|\[New profile\]|\[Export\]|How it stands here/);
  }
});

async function startWithThree() {
  const crew = await startCrew();
  const { ana } = crew;
  await saveProfiles(ana, ["Fintech", "Biotech", "Old one"]);
  await ana.types("/icp show old");
  await ana.chooses("More actions", "Archive…");
  await ana.saves();
  await ana.sees("It is out of the list");
  await ana.closes({ all: true });
  await ana.types("/icp show fintech");
  for (const button of ["Pause", "Resume", "Pause", "Resume", "Pause"]) await ana.presses(button);
  await ana.presses("Resume");
  await ana.closes({ all: true });
  return crew;
}
