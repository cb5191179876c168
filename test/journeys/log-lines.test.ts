import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it("writes one line for each thing somebody did, and in none of them a word that they typed", async () => {
  const { slack, logged } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Zebra", "Zebrafish"]);
  await ana.types("/icp list zebra");
  await ana.searches("Find a profile by name", "zebraf");
  await ana.chooses("Find a profile by name", "Zebrafish");
  await ana.sees("Finding prospects");
  await ana.presses("Share…");
  await ana.sees("Posted as a message");
  await ana.saves();
  await ana.sees("is shared");
  await ana.closes({ all: true });
  await ana.chooses("All profiles", "Active only");
  await ana.sees("2 active ICP profiles match “zebra”");
  await ana.types("/icp zebra");
  await ana.presses("Search for it");
  await ana.starts("New ICP profile");
  await ana.searches("Industries", "zebra");
  await ana.sends({
    type: "block_actions",
    actions: [{ type: "button", block_id: "zebra", action_id: "zebra", value: "zebra" }],
  });
  const line = {
    level: 30,
    ref: expect.stringMatching(/^[2-9A-Z]{6}$/),
    team: "T0ACME",
    user: "U0ANA",
    ackMs: expect.any(Number),
    totalMs: expect.any(Number),
    outcome: "done",
    msg: "answered",
  };
  const requests = () => logged.map((each) => JSON.parse(each)).filter(({ did }) => did !== undefined);
  await expect.poll(() => requests().length).toBe(16);
  // A line comes when all is done, and the next thing may be asked before.
  const lines = requests().map(({ time: _, ...rest }) => rest);
  expect(lines.sort((one, other) => (one.did < other.did ? -1 : 1))).toEqual(
    [
      "command new",
      "submission profile-form",
      "command new",
      "submission profile-form",
      "command list",
      "options profile-find",
      "options profile-find",
      "action profile-find",
      "action profile-share-open",
      "submission profile-share",
      "action list-filter",
      "command unknown",
      "action list",
      "shortcut profile-new",
      "options industries",
      "action unknown",
    ]
      .sort()
      .map((did) => ({ ...line, did })),
  );
  expect(logged.join("").toLowerCase()).not.toContain("zebra");
  for (const { ackMs, totalMs } of requests()) expect(totalMs).toBeGreaterThanOrEqual(ackMs);
});
