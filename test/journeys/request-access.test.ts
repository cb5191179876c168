import { join } from "node:path";
import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { folderText } from "../support/folder-text.ts";
import { startTeam } from "../support/start-team.ts";
import { inSqlite } from "../support/stored-file.ts";

/** Ana owns the workspace, Owen is an admin, Ben a member. */
async function startWithBen() {
  const team = await startTeam();
  const [ana, owen, ben] = ["ana", "owen", "ben"].map((name) => team.slack.person(name)) as [
    Person,
    Person,
    Person,
  ];
  ana.goesTo("dm");
  owen.goesTo("dm");
  return { ...team, ana, owen, ben };
}

async function askAsBen() {
  const team = await startWithBen();
  await team.ben.types("/icp new Fintech DACH");
  await team.ben.presses({ label: "Request access to create ICP profiles" });
  await team.ben.sees("Asked 2 admins.");
  return team;
}

it("lets Ben ask, Ana allow, both copies say so, and Ben go on with the name he had typed", async () => {
  const { slack, ana, owen, ben } = await askAsBen();
  await owen.sees("Ben Ito asks to create and change ICP profiles.");
  await owen.sees("1 other admin got this too; the first answer counts.");
  await ana.presses({ label: "Allow Ben Ito to create ICP profiles" });
  await ana.sees("Ben Ito asked to create and change ICP profiles. Ana Ruiz allowed this,");
  await owen.sees("Ana Ruiz allowed this,");
  owen.seesNot("Allow]");
  await ben.closes();
  ben.goesTo("dm");
  await ben.sees("Ana Ruiz allowed your request: you may create and change ICP profiles now.");
  await ben.presses("Continue");
  await ben.saves();
  await ben.sees("Profile saved");
  await ben.sees("Fintech DACH");
  expect(slack.person("gus").dms).toEqual([]);
});

it("tells Ben that Owen denied it, and lets him ask again", async () => {
  const { ana, owen, ben } = await askAsBen();
  await owen.presses({ label: "Deny Ben Ito’s request" });
  await owen.sees("Owen Park denied this,");
  await ana.sees("Owen Park denied this,");
  await ben.types("/icp new");
  await ben.sees("You can’t create ICP profiles here yet.");
  await ben.closes();
  expect(ben.dms.at(-1)?.text).toBe("Owen Park denied your request to create and change ICP profiles.");
  await ben.types("/icp new");
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
});

it("asks once, however often Ben presses, and says that he has asked already", async () => {
  const { slack, ana, ben } = await askAsBen();
  await ben.closes();
  await ben.types("/icp new");
  await Promise.all([ben.presses("Request access"), ben.presses("Request access")]);
  await ben.sees("*You have asked already*,");
  await ben.presses("Withdraw request");
  await ben.sees("Your request is withdrawn.");
  await ana.sees("Ben Ito withdrew this,");
  expect(ana.dms).toHaveLength(1);
  await slack.person("owen").goesTo("dm").sees("Ben Ito withdrew this,");
});

it("answers a double click in the same modal once, and writes to nobody twice", async () => {
  const { ana, ben, restart } = await startWithBen();
  await ben.types("/icp new");
  await Promise.all([ben.presses("Request access"), ben.presses("Request access")]);
  await ben.sees("Access requested");
  // Ends what follows an answer.
  await restart();
  expect(ben.dms).toEqual([]);
  expect(ana.dms).toHaveLength(1);
});

it("takes the first answer of two admins at once, both see which it was, and Ben hears of it once", async () => {
  const { ana, owen, ben, restart } = await askAsBen();
  await Promise.all([
    ana.presses({ label: "Allow Ben Ito to create ICP profiles" }),
    owen.presses({ label: "Deny Ben Ito’s request" }),
    ana.presses({ label: "Allow Ben Ito to create ICP profiles" }),
  ]);
  await ana.sees(/(Ana Ruiz allowed|Owen Park denied) this,/);
  const [first = ""] = /Ana Ruiz allowed this|Owen Park denied this/.exec(ana.screen()) ?? [];
  await owen.sees(first);
  await ben.goesTo("dm").sees(first.replace(" this", " your request"));
  // Ends what follows an answer.
  await restart();
  expect(ben.dms).toHaveLength(1);
});

it("keeps what Ben had typed when his right was taken away, until he may save it", async () => {
  const { ana, ben, clock, logged } = await startWithBen();
  await ana.types("/icp access");
  await ana.fills({ "Who may create and change profiles (icp:write)": "ICP admins and all full members" });
  await ana.saves();
  await ana.closes();
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders", Industries: ["FinTech"], "Daily prospect limit": 25 });
  await ana.types("/icp access");
  await ana.fills({ "Who may create and change profiles (icp:write)": "ICP admins only" });
  await ana.saves();
  await ana.closes();
  await ben.saves();
  await ben.sees("What you typed is kept for 7 days, for you alone.");
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
  await ben.closes({ all: true });
  // A name alone takes the place of nothing that was typed before.
  await ben.types("/icp new Another");
  clock.advance(6 * 86_400_000);
  await ana.presses("Allow");
  await ben.goesTo("dm").presses("Continue");
  await ben.sees("New ICP profile");
  expect(ben.modal?.values).toMatchObject({
    Name: "Fintech DACH",
    Description: "Lenders",
    Industries: ["FinTech"],
    "Daily prospect limit": "25",
  });
  await ben.saves();
  await ben.sees("Profile saved");
  expect(logged.join("\n")).not.toContain("Lenders");
});

it("leaves nothing of what Ben had typed after seven days, though nobody comes by", async () => {
  const { slack, clock, config, restart } = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders" });
  await ana.types("/icp access");
  await ana.fills({ "Who may create and change profiles (icp:write)": "ICP admins only" });
  await ana.saves();
  await ana.sees("Saved");
  await ben.saves();
  await ben.sees("What you typed is kept for 7 days, for you alone.");
  clock.advance(7 * 86_400_000 - 60_000);
  await restart();
  expect(folderText(config.dataDir)).toContain("Lenders");
  clock.advance(60_000);
  await restart();
  await expect.poll(() => folderText(config.dataDir)).not.toContain("Lenders");
});

it("tells Ben late what it could not tell him when it was decided, once, and brings the copies up to date", async () => {
  const { slack, ana, owen, ben, clock, config, restart } = await askAsBen();
  slack.failNext("chat.postMessage", { status: 500 });
  slack.failNext("chat.update", { status: 500 }, 2);
  await ana.presses("Allow");
  await ana.sees("Ana Ruiz allowed this,");
  await restart();
  expect(ben.dms).toEqual([]);
  owen.seesNot("allowed");
  clock.advance(60_000);
  await restart();
  await ben.goesTo("dm").sees("Ana Ruiz allowed your request");
  await owen.sees("Ana Ruiz allowed this,");
  clock.advance(60 * 60_000);
  await restart();
  const reminders = () =>
    inSqlite(join(config.dataDir, "control.sqlite"), (sqlite) =>
      sqlite.prepare("select count(*) from reminders where kind = 'answer-untold'").pluck().get(),
    );
  await expect.poll(reminders).toBe(0);
  expect(ben.dms).toHaveLength(1);
});

it("answers an old copy in words, over a restart too", async () => {
  const { ana, owen, ben, restart } = await askAsBen();
  await restart();
  await owen.presses("Allow");
  await owen.sees("Owen Park allowed this,");
  await ben.goesTo("dm").sees("Owen Park allowed your request");
  const [value] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(ana.dms)) ?? ["none"];
  await ana.sends({
    type: "block_actions",
    actions: [{ type: "button", block_id: "ask-do", action_id: "access-deny", value }],
  });
  await ben.types("/icp new");
  await ben.sees("New ICP profile");
});

it("lets nobody answer who is no ICP admin, and nobody withdraw another's request", async () => {
  const { ana, ben } = await askAsBen();
  const [id = ""] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(ben.modal?.view ?? ben.messages)) ?? [];
  for (const action_id of ["access-allow", "access-deny"]) {
    await ben.sends({
      type: "block_actions",
      view: ben.modal?.view,
      actions: [{ type: "button", block_id: "ask-do", action_id, value: id }],
    });
    await ben.sees("That is for ICP admins");
    await ben.closes();
  }
  await ana.sends({
    type: "block_actions",
    actions: [{ type: "button", block_id: "asked-do", action_id: "access-withdraw", value: id }],
  });
  ana.seesNot("withdrew");
  await ana.presses("Deny");
  await ana.sees("Ana Ruiz denied this,");
});

it("refuses an admin who is none any more, at the very next press", async () => {
  const { slack, owen, ana } = await askAsBen();
  await owen.types("/icp help");
  slack.setRole("owen", "member");
  await owen.presses("Allow");
  await owen.sees("That is for ICP admins");
  await ana.presses("Deny");
  await ana.sees("Ana Ruiz denied this,");
});

it("asks nobody where nobody can be reached, and says so", async () => {
  const { slack, ben } = await startWithBen();
  await ben.types("/icp new");
  slack.failNext("chat.postMessage", "messages_tab_disabled");
  slack.failNext("chat.postMessage", "messages_tab_disabled");
  await ben.presses("Request access");
  await ben.sees("None of the ICP admins could be reached just now");
  await ben.closes();
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
});

it("names in an empty list who can grant the scope, and asks from there", async () => {
  const { ben, ana } = await startWithBen();
  await ben.types("/icp list");
  await ben.sees("Creating one needs the `icp:write` scope. Can grant it: @Ana Ruiz and @Owen Park.");
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
  expect(ben.messages).toHaveLength(1);
  await ana.sees("Ben Ito asks to create and change ICP profiles.");
  ana.seesNot("general");
});
