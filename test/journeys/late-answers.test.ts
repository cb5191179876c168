import { expect, it, onTestFinished } from "vitest";
import { act } from "../sandbox/server/page-client.ts";
import { makeKey } from "../support/make-key.ts";
import { startTeam } from "../support/start-team.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

/** Ben fills in a form whose answer Slack carries out 300 ms after it has it. */
async function startWithForm() {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team = await startTeam({ kashewApiUrl: stub.url, defaultWriters: "members", ackSettlesMs: 600 });
  const { slack } = team;
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await ana.types("/icp connect");
  await ana.fills({ "API key": key });
  await ana.saves();
  await ana.sees("Connected.");
  await ben.types("/icp new Fintech DACH");
  await ben.fills({ Description: "Lenders" });
  await act(slack.url, { do: "sets", lever: "delay:ack", to: "300" });
  const redraws = () => slack.exchanges.filter(({ kind }) => kind === "views.update").length;
  return { ...team, stub, key, ana, ben, redraws };
}

it("tells Ben and Ana in the answer to their forms what needs no asking of Kashew", async () => {
  const { slack, ana, ben, redraws } = await startWithForm();
  const withBens = redraws();
  slack.setRole("ben", "guest");
  await ben.saves();
  await ben.sees("Guests can’t see ICP profiles here.");
  expect(redraws()).toBe(withBens);
  await ana.types("/icp connect");
  await ana.presses("Replace key");
  await ana.sees("API key");
  const withAnas = redraws();
  slack.setRole("ana", "guest");
  await ana.fills({ "API key": makeKey() });
  await ana.saves();
  await ana.sees("Not connected. Guests can’t");
  expect(ana.modal?.values["API key"] ?? "").toBe("");
  expect(redraws()).toBe(withAnas);
});

it("shows Ben what became of a save that was done before Slack had shown that it goes on", async () => {
  const { stub, ben } = await startWithForm();
  stub.next("POST", { kind: "dawdles", ms: 230 });
  await ben.saves();
  await ben.sees("Saving “Fintech DACH” in Kashew…");
  await ben.sees("Profile saved");
});
