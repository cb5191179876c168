import { expect, it } from "vitest";
import { ActAnswer } from "../../../src/sandbox/server/protocol.ts";
import { input, modal, option, plain, textInput } from "./block-kit.ts";
import { setStage } from "./stage.ts";

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/sandbox/act`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function act(url: string, body: object): Promise<ActAnswer> {
  return ActAnswer.parse((await post(url, { as: "ana", ...body })).body);
}

it("lets somebody do by hand what a person does, and shows the screen after each step", async () => {
  const { slack, app, call } = await setStage();
  const search = { type: "multi_external_select", placeholder: plain("Type"), min_query_length: 0 };
  app.on("block_suggestion", ({ value }) => ({ body: { options: [option(value)] } }));
  app.on("command", async ({ trigger_id }) => {
    await call("views.open", { trigger_id, view: modal([textInput("Name"), input("Industries", search)]) });
    return undefined;
  });
  expect((await act(slack.url, { do: "types", text: "/icp new" })).screen).toContain("══ New profile");
  expect((await act(slack.url, { do: "searches", menu: "Industries", query: "Sa" })).offers).toEqual([
    { text: "Sa", value: "Sa" },
  ]);
  const filled = await act(slack.url, { do: "fills", fields: { Name: "Fintech", Industries: ["SaaS"] } });
  expect(filled.screen).toContain("> {SaaS}");
  expect((await act(slack.url, { do: "saves", times: 2 })).screen).toBe("#general");
  expect(app.count("view_submission")).toBe(2);
  await act(slack.url, { do: "goes-to", place: "sales" });
  const screen = await fetch(`${slack.url}/sandbox/screen?as=ana`);
  expect(await screen.text()).toBe("#sales\n");
});

it("says what could not be done, and what Slack would refuse", async () => {
  const { slack, app } = await setStage({ refused: true });
  app.on("command", () => ({ body: { text: "x", blocks: [{ type: "nonsense" }] } }));
  const answer = await act(slack.url, { do: "types", text: "/icp new" });
  expect(answer.screen).toContain("failed with the error");
  expect(answer.complaints).toMatchObject([{ kind: "command" }]);
  expect(await act(slack.url, { do: "goes-to", place: "moon" })).toMatchObject({
    error: expect.stringContaining("cannot open #moon"),
  });
});

it.each([
  ["{", 400],
  ['{"as":"ana","do":"flies"}', 400],
  ['{"as":"ana","do":"types","text":"/icp","more":1}', 400],
  ['{"as":"nobody","do":"types","text":"/icp"}', 404],
])("refuses %s", async (body, status) => {
  const { slack } = await setStage();
  expect(await post(slack.url, body)).toMatchObject({ status, body: { error: expect.any(String) } });
});
