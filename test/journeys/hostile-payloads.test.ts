import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { pressed } from "../support/pressed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const outdated = "This button or form is from an older version of the app.";

it("answers a button that nobody knows", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await ana.sends(pressed({ action_id: "delete-everything", value: "all" }));
  await ana.sees(outdated);
});

it("checks the right behind every button, whoever's button it is", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Fintech"]);
  const gus = slack.person("gus");
  for (const action of [
    { action_id: "run:list", value: "list" },
    { action_id: "run:new", value: "new" },
    { action_id: "profile-details", value: crypto.randomUUID() },
  ]) {
    await gus.sends(pressed(action));
    await gus.sees("Guests can’t see ICP profiles here.");
    await gus.closes({ all: true });
  }
  gus.seesNot("Fintech");
});

it("refuses a save by somebody who may not, and says so", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const ben = slack.person("ben");
  await ben.types("/icp list");
  const view = { ...ana.modal?.view, state: { values: { name: { value: { value: "Ben's" } } } } };
  const { body } = await ben.sends({ type: "view_submission", view });
  expect(JSON.parse(body)).toMatchObject({ response_action: "push", view: { callback_id: "notice" } });
  await ben.types("/icp list");
  await ben.sees("No ICP profiles yet.");
});

it("shares into no channel that is none", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp show Fintech");
  await ana.presses("Share…");
  await ana.sees("Preview");
  const { view } = ana.modal ?? {};
  const state = { values: { channel: { value: { selected_conversation: "C0\ud800" } } } };
  const { body } = await ana.sends({ type: "view_submission", view: { ...view, state } });
  expect(body).toContain("Choose a channel.");
});

it.each([
  ["no metadata", ""],
  ["garbled metadata", "{"],
  ["another version's", '{"v":2,"nonce":"1"}'],
  ["a forged nonce", '{"v":1,"nonce":"../../x"}'],
])("refuses a form with %s in words and keeps it", async (_what, private_metadata) => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const state = { values: { name: { value: { type: "plain_text_input", value: "Fintech" } } } };
  const { body } = await ana.sends({
    type: "view_submission",
    view: { ...ana.modal?.view, private_metadata, state },
  });
  expect(JSON.parse(body)).toEqual({
    response_action: "errors",
    errors: { name: "This form is not one that this app made, or is from an older version. Open a new one." },
  });
});

it("keeps a form that nobody knows open under a notice", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const view = { ...ana.modal?.view, callback_id: "old-form", state: { values: {} } };
  const { body } = await ana.sends({ type: "view_submission", view });
  expect(JSON.parse(body)).toMatchObject({ response_action: "push" });
  expect(body).toContain("older version of the app");
});

it("sends an answer to no address that is not Slack’s, and tells the person directly", async () => {
  const { slack, logged } = await startTeam();
  const heard: string[] = [];
  const elsewhere = createServer((req, res) => {
    heard.push(req.url ?? "");
    res.end("ok");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void elsewhere.close());
  await once(elsewhere, "listening");
  const { port } = elsewhere.address() as AddressInfo;
  const ana = slack.person("ana");
  await ana.sends({
    ...pressed({ action_id: "run:list", value: "list" }),
    response_url: `http://127.0.0.1:${port}/hooks/actions/1`,
  });
  await ana.goesTo("dm").sees("No ICP profiles yet.");
  expect(heard).toEqual([]);
  await vi.waitFor(() => expect(logged.join("")).toContain("an address that is not Slack's"));
});

it("answers a type-ahead that nobody knows with a remark, never with nothing", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  const { body } = await ana.sends({
    type: "block_suggestion",
    block_id: "planets",
    action_id: "value",
    value: "Mars",
  });
  expect(JSON.parse(body).options).toHaveLength(1);
});
