import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { archiveAndMultiply, changeOften } from "../support/fill-life.ts";
import { fillTeam } from "../support/fill-team.ts";
import { pressed } from "../support/pressed.ts";
import { startTeam } from "../support/start-team.ts";

/* Each of these views passes the judge, as everything does that the bot sends to the Slack of a test. */

/** For ten thousand profiles on a machine that is busy. */
const patience = { timeout: 60_000 };

it("answers an archive without profiles and without a way to one", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp list");
  ana.seesNot("Archived (");
  await ana.sends(pressed({ action_id: "archived-open", value: "1" }));
  await ana.sees("Nothing is archived.");
});

it.each([1, 50, 51, 100, 101, 10_000])(
  "shows %i archived profiles from both ends, and takes one out of them in three ways",
  patience,
  async (count) => {
    const team = await startTeam();
    await fillTeam(team, [{ name: "Profile 1", industries: ["Lifts"] }]);
    archiveAndMultiply(team, count);
    const ana = team.slack.person("ana");
    const last = Math.ceil(count / 10);
    await ana.opensHome();
    await ana.sees(`[Archived (${count})]`);
    await ana.goesTo("general").types("/icp list");
    await ana.presses(`Archived (${count})`);
    await ana.sees(`Page 1 of ${last}, ${count} in all`);
    await ana.sees(`Profile ${count}`);
    await turnsTo(ana, { button: "archived-page:next", value: String(last) });
    await ana.sees(`Page ${last} of ${last}, ${count} in all`);
    expect(ana.screen().includes("[Previous]")).toBe(last > 1);
    ana.seesNot("[Next]");
    await ana.presses({ label: "History of Profile 1" });
    await ana.sees("2. Archived");
    await ana.closes();
    await ana.presses({ label: "Delete Profile 1 for good" });
    await ana.fills({ "Type its name": "Profile 1" });
    await ana.saves();
    await ana.sees(
      count === 1 ? "Nothing is archived." : `Page 1 of ${Math.ceil((count - 1) / 10)}, ${count - 1} in all`,
    );
    if (count === 1) return;
    await ana.presses({ label: `Restore Profile ${count}` });
    await ana.sees(`“Profile ${count}”: Back in the list.`);
    await ana.presses({ label: `Undo the change of Profile ${count}` });
    await ana.sees("It is out of the list, and its name is free.");
  },
);

it.each([1, 50, 51, 100, 101, 10_000])(
  "tells a history of %i revisions from both ends, and restores the first one",
  async (count) => {
    const team = await startTeam();
    await fillTeam(team, [{ name: "Fintech" }]);
    changeOften(team, count);
    const ana = team.slack.person("ana");
    const pages = Math.ceil(count / 5);
    await ana.types("/icp show fintech");
    await ana.presses("History");
    await ana.sees(`Page 1 of ${pages}, ${count} in all`);
    if (count === 1) return;
    await ana.sees(`${count}. Daily prospect limit: ${limit(count - 1)} → ${limit(count)}`);
    await ana.presses("Older");
    await ana.sees(`Page 2 of ${pages}, ${count} in all`);
    const value = /"([0-9a-f-]{36}):\d+"/.exec(JSON.stringify(ana.modal?.view))?.[1];
    await turnsTo(ana, { button: "profile-history-page:older", value: `${value}:${pages}` });
    await ana.sees("1. Created");
    await ana.sees(`Page ${pages} of ${pages}, ${count} in all`);
    ana.seesNot("[Older]");
    await ana.presses({ label: "Restore revision 1 of Fintech" });
    await ana.sees("Revision 1 is restored.");
    await ana.sees(`${count + 1}. Restored revision 1`);
  },
);

function limit(revision: number): number {
  return revision === 1 ? 10 : (revision % 1000) + 1;
}

/** As if the button to the next page had been pressed until then. */
async function turnsTo(person: Person, { button, value }: { button: string; value: string }): Promise<void> {
  const { view } = person.modal ?? {};
  const action = { type: "button", block_id: "turn", action_id: button, value };
  await person.sends({ type: "block_actions", view, actions: [action] });
}
