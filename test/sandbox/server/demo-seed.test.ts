import { expect, it } from "vitest";
import { demoSeed } from "../../../src/sandbox/server/demo-seed.ts";
import { act, follow } from "./page-client.ts";
import { setStage } from "./stage.ts";

const app = {
  commands: [{ command: "/hello", description: "Says hello", usageHint: "[name]" }],
  shortcuts: [{ name: "Greet", callbackId: "greet", description: "Greets somebody" }],
};

it.each([
  ["ana", ["Home", "Messages", "general", "sales", "leads-private", "partners"]],
  ["owen", ["Home", "Messages", "general", "sales", "partners"]],
  ["ben", ["Home", "Messages", "general", "sales", "leads-private", "partners"]],
  ["gus", ["Home", "Messages", "general"]],
  ["finn", ["Home", "Messages", "general"]],
  ["mia", ["Home", "Messages", "general"]],
  ["lea", ["Home", "Messages", "general"]],
  ["tom", ["Home", "Messages", "general"]],
  ["eve", ["partners"]],
])("lets %s open what is theirs", async (name, places) => {
  const { slack } = await setStage({ seed: demoSeed(app) });
  const { scene } = (await follow(slack.url, name)).screen;
  expect(scene.places.map((place) => place.name)).toEqual(places);
  expect(scene.app.commands).toEqual(app.commands);
  expect(scene.app.shortcuts).toEqual([{ name: "Greet", description: "Greets somebody" }]);
  expect(scene.workspaces.map((workspace) => [workspace.name, workspace.isInstalled])).toEqual([
    ["Acme", true],
    ["Beta Freight", true],
    ["Cobalt", true],
    ["Stone & Vale", false],
  ]);
});

it("sends each workspace's commands under its own name, and those of a stranger under the stranger's", async () => {
  const { slack, app: bot } = await setStage({ seed: demoSeed(app) });
  await act(slack.url, { as: "finn", do: "writes", place: "C0BETAGENERAL", text: "/hello" });
  expect(bot.last("command")).toMatchObject({ team_id: "T0BETA", user_id: "U0FINN" });
  await act(slack.url, { as: "eve", do: "types", text: "/hello" });
  expect(bot.last("command")).toMatchObject({
    team_id: "T0STONE",
    enterprise_id: "E0STONE",
    user_id: "U0EVE",
  });
});
