import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { countProfiles } from "../support/count-profiles.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { itWaits } from "../support/side-by-side.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

const unknown = "Slack didn’t say in time what you may do here, so nothing was opened or saved.";
const unreachable = "This app can’t reach Slack right now.";
const wait = "Slack asks this app to wait 30 s. Nothing was changed.";
const busy = { status: 429, retryAfter: 30 } as const;
const typed = { Name: "Fintech", Description: "Lenders", Industries: ["Banking"] };

it.each([
  ["how long Slack asks to wait", busy, wait],
  ["that Slack can’t be reached", { status: 500 } as const, unreachable],
])("says %s where the form can’t be opened, and opens it at the next try", async (_, failure, words) => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp");
  await ana.sees("List profiles");
  slack.failNext("views.open", failure);
  await ana.types("/icp new Fintech");
  await ana.sees(words);
  await ana.presses("Try again");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values.Name).toBe("Fintech");
});

it("says how long Slack asks to wait before it tells who somebody is, and saves the kept form after that", async () => {
  const team = await startTeam();
  const { slack } = team;
  const ana = slack.person("ana");
  slack.failNext("users.info", busy);
  await ana.types("/icp list");
  await ana.sees(wait);
  await ana.presses("Try again");
  await ana.presses("New profile");
  await ana.fills(typed);
  slack.failNext("users.info", busy);
  await ana.saves();
  await ana.sees(`Not saved. ${wait}`);
  expect(await countProfiles(team)).toBe(0);
  await savesWhatWasTyped(team, ana);
});

it.each(["users.info", "views.open"])(
  "answers while Slack breaks at %s, and makes one profile",
  async (method) => {
    const team = await startTeam();
    const { slack } = team;
    const ana = slack.person("ana");
    slack.failNext(method, { status: 500 });
    await ana.types("/icp new Fintech");
    await ana.sees(method === "users.info" ? unknown : unreachable);
    await ana.presses("Try again");
    await ana.fills(typed);
    slack.failNext("users.info", { status: 500 });
    await ana.saves();
    await ana.sees(unknown);
    await ana.closes();
    await savesWhatWasTyped(team, ana);
  },
);

it("says that a press has opened something already where Slack takes its trigger no more", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp");
  await ana.types("/icp new Fintech");
  await ana.closes();
  await ana.sends({
    type: "block_actions",
    trigger_id: lastTrigger(slack.exchanges),
    container: { type: "message", is_ephemeral: true },
    actions: [{ type: "button", block_id: "help-do", action_id: "run:new", value: "new Health" }],
  });
  await ana.sees("That press has opened something already");
  await ana.presses("Try again");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values.Name).toBe("Health");
});

it("leaves alone a form that two presses opened, so that the second one takes nothing away", async () => {
  const team = await startTeam();
  const { slack } = team;
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ana.sees("Profile saved");
  const redraws = slack.hold("views.update");
  await ana.presses("New profile");
  await ana.presses("New profile");
  await redraws.arrived;
  redraws.release();
  await ana.sees("How your team will find it.");
  await ana.fills({ Name: "Health" });
  const answers = () =>
    slack.exchanges.filter(({ kind, status }) => kind === "views.update" && status === 200);
  // The first one filled the loading view.
  await expect.poll(() => answers().length).toBe(3);
  expect(answers().map(({ response }) => (response as { error?: string }).error)).toEqual([
    undefined,
    undefined,
    "hash_conflict",
  ]);
  expect(ana.modal?.values.Name).toBe("Health");
  expect(ana.dms).toEqual([]);
  await ana.saves();
  await ana.sees("Profile saved");
  expect(await countProfiles(team)).toBe(2);
});

it("writes one direct message where the view was closed before its answer came", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  const info = slack.hold("users.info");
  const opening = [ana.types("/icp new Fintech"), ben.types("/icp new Health")];
  for (const person of [ana, ben]) {
    await person.sees("One moment…");
    await person.closes();
  }
  info.release();
  await Promise.all(opening);

  await ana.goesTo("dm").sees("“New ICP profile” was closed before it was ready. Nothing was changed.");
  await ben.goesTo("dm").sees("You can’t create ICP profiles here yet.");
  expect([ana.dms.length, ben.dms.length]).toEqual([1, 1]);
  expect([ana.modal, ben.modal]).toEqual([undefined, undefined]);
  await ana.presses("Open it again");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values.Name).toBe("Fintech");
});

it("says under Channel how long Slack asks to wait, and posts the card once", async () => {
  const { slack } = await startTeam();
  const ana = await opensShareForm(slack.person("ana").goesTo("general"));
  slack.failNext("chat.postMessage", busy);
  await ana.saves();
  await ana.sees(`Not shared. ${wait}`);
  await ana.saves();
  await ana.sees("“Fintech” is shared.");
  await ana.closes({ all: true });
  expect(ana.messages).toHaveLength(1);
});

it.each([
  ["asks to wait", busy],
  ["can’t be reached", { status: 500 } as const],
])(
  "says that a profile is paused, and taken back, where Slack %s and Details can’t be redrawn",
  async (_, failure) => {
    const { slack } = await startTeam();
    const ana = slack.person("ana");
    await saveProfiles(ana, ["Fintech"]);
    await ana.types("/icp show fintech");
    await ana.sees("Kept in this workspace");
    slack.failNext("views.update", failure);
    await ana.presses("Pause");
    await ana.sees("“Fintech” is paused now.");
    ana.seesNot("Nothing was changed.");
    await ana.closes({ all: true });
    await ana.types("/icp show fintech");
    await ana.presses("Resume");
    await ana.sees("Resumed by you.");
    slack.failNext("views.update", failure);
    await ana.presses("Undo");
    await ana.sees("“Fintech”: Taken back by you.");
  },
);

it("never posts a card twice where Slack did not say whether it was posted", async () => {
  const team = await startTeam();
  const { slack } = team;
  const ana = await opensShareForm(slack.person("ana").goesTo("general"));
  slack.failNext("chat.postMessage", "hang");
  await ana.saves();
  await ana.sees("Not shared. Slack didn’t say whether this was posted. Look into the channel.");
  await ana.saves();
  await ana.sees("Slack didn’t say whether this was posted.");
  expect(slack.exchanges.filter(({ kind }) => kind === "chat.postMessage")).toHaveLength(1);
  expectAcksInTime(team);
});

/* Last, when all code has run before: these go by Slack’s clock. */

itWaits(
  "answers in words within Slack’s three seconds while users.info hangs, and keeps the form",
  async () => {
    const team = await startTeam();
    const { slack } = team;
    const ana = slack.person("ana");
    slack.failNext("users.info", "hang");
    await ana.types("/icp new Fintech");
    await ana.sees(unknown);
    await ana.presses("Try again");
    await ana.fills(typed);
    slack.failNext("users.info", "hang");
    await ana.saves();
    await ana.sees(unknown);
    expect(await countProfiles(team)).toBe(0);
    await ana.closes();
    await savesWhatWasTyped(team, ana);
    expectAcksInTime(team);
  },
);

itWaits(
  "says that Slack may have done it where views.open hangs, and opens the form at the next try",
  async () => {
    const team = await startTeam();
    const { slack } = team;
    const ana = slack.person("ana");
    await ana.types("/icp");
    slack.failNext("views.open", "hang");
    await ana.types("/icp new Fintech");
    await ana.sees("Slack didn’t answer in time, and may have done it all the same. Look first");
    ana.seesNot(unreachable);
    await ana.presses("Try again");
    await ana.fills(typed);
    await savesWhatWasTyped(team, ana);
    expectAcksInTime(team);
  },
);

itWaits(
  "says in time that a slow share is on its way, and how it went: in the form, or directly where it is closed",
  async () => {
    const team = await startTeam();
    const { slack } = team;
    const ana = await opensShareForm(slack.person("ana").goesTo("sales"));
    const owen = slack.person("owen").goesTo("sales");
    await owen.types("/icp show fintech");
    await owen.presses("Share…");
    await owen.sees("Posted as a message");
    const posting = slack.hold("response_url");
    await Promise.all([ana.saves(), owen.saves()]);
    await ana.sees("Slack is slow, and this is still on its way. Press the button once more");
    await owen.closes({ all: true });
    posting.release();
    await ana.sees("“Fintech” is shared.");
    await owen.goesTo("dm").sees("“Fintech” is shared.");
    await ana.closes({ all: true });
    expect([ana.messages.length, ana.dms.length, owen.dms.length]).toEqual([2, 0, 1]);
    expectAcksInTime(team);
  },
);

async function opensShareForm(person: Person): Promise<Person> {
  await saveProfiles(person, ["Fintech"]);
  await person.types("/icp show fintech");
  await person.presses("Share…");
  await person.sees("Posted as a message");
  return person;
}

/** The form is as it was typed; saved now, it makes the one profile there is. */
async function savesWhatWasTyped(team: Team, person: Person): Promise<void> {
  expect(person.modal?.values).toMatchObject(typed);
  await person.saves();
  await person.sees("Profile saved");
  expect(await countProfiles(team)).toBe(1);
}

function expectAcksInTime({ slack }: Team): void {
  const late = slack.exchanges.filter(({ direction, ackMs }) => direction === "to-app" && ackMs >= 3000);
  expect(late).toEqual([]);
}

function lastTrigger(exchanges: Team["slack"]["exchanges"]): string {
  const commands = exchanges.filter(({ kind }) => kind === "command");
  return (commands.at(-1)?.payload as { trigger_id?: string } | undefined)?.trigger_id ?? "";
}
