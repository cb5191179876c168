import { describe, expect, it, onTestFinished } from "vitest";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import type { AppState } from "../../../src/sandbox/server/protocol.ts";
import { actions, button, modal, plain, section, textInput } from "./block-kit.ts";
import { act, follow } from "./page-client.ts";
import type { Stage } from "./stage.ts";
import { openModal, respond, setStage } from "./stage.ts";

const set = ({ slack }: Stage, lever: string, to: string) => act(slack.url, { do: "sets", lever, to });
const strike = ({ slack }: Stage, id: string) => act(slack.url, { do: "strikes", strike: id });

async function pending({ slack }: Stage): Promise<Record<string, number>> {
  const { strikes } = (await follow(slack.url)).screen.weather;
  return Object.fromEntries(strikes.filter((one) => one.pending > 0).map((one) => [one.id, one.pending]));
}

describe("a lever", () => {
  it("stands under its heading with its positions, and shows everybody when it is turned", async () => {
    const stage = await setStage();
    const [ana, ben] = [await follow(stage.slack.url), await follow(stage.slack.url, "ben")];
    expect(ana.screen.weather.levers.map(({ group, label, value }) => [group, label, value])).toEqual([
      ["Network", "Delay of what Slack sends to the app", "0"],
      ["Network", "Delay of the app's calls to Slack", "0"],
      ["Network", "Delay before Slack carries out a form's ack", "0"],
      ["App", "ICP Profiles in Acme", "yes"],
      ["People", "Ana Ruiz", "owner"],
      ["People", "Owen Park", "admin"],
      ["People", "Ben Ito", "member"],
      ["People", "Gus Lind", "guest"],
      ["People", "Dia Roth", "deactivated"],
      ["People", "Eve Stone", "member"],
    ]);
    expect(await set(stage, "role:U0BEN", "guest")).toEqual({});
    for (const line of [ana, ben]) {
      await line.until(({ weather }) =>
        weather.levers.some(({ id, value }) => id === "role:U0BEN" && value === "guest"),
      );
    }
    expect(await stage.call("users.info", { user: "U0BEN" })).toMatchObject({
      user: { is_restricted: true },
    });
  });

  it("takes no position that it does not have, and no name that there is not", async () => {
    const stage = await setStage();
    expect(await set(stage, "role:U0BEN", "king")).toEqual({
      error:
        "Ben Ito cannot be set to king. It takes: owner, admin, member, guest, single-channel-guest, deactivated.",
    });
    expect(await set(stage, "moon", "full")).toEqual({ error: "There is no lever moon." });
    expect(await strike(stage, "moon")).toEqual({
      error: "There is nothing called moon that could go wrong.",
    });
  });

  it("may be the starter's own, and may refuse in words", async () => {
    let plan = "pro";
    const stage = await setStage({
      levers: [
        {
          id: "plan:T0ACME",
          label: "Plan of Acme",
          group: "Plan",
          options: [
            { value: "free", label: "Free" },
            { value: "pro", label: "Pro" },
            { value: "max", label: "Max" },
          ],
          value: () => plan,
          async set(to) {
            if (to === "max") throw new Error("Max is sold out.");
            plan = to;
          },
        },
      ],
    });
    const line = await follow(stage.slack.url, "ben");
    const shown = (value: string) =>
      line.until(({ weather }) =>
        weather.levers.some((one) => one.id === "plan:T0ACME" && one.value === value),
      );
    await shown("pro");
    await set(stage, "plan:T0ACME", "free");
    await shown("free");
    expect(await set(stage, "plan:T0ACME", "max")).toEqual({ error: "Max is sold out." });
    plan = "pro";
    stage.slack.refresh();
    await shown("pro");
  });
});

describe("delay", () => {
  it("of what goes to the app counts against it, and the app gets it all the same", async () => {
    const stage = await setStage({ ackDeadlineMs: 100 });
    const got = Promise.withResolvers<void>();
    stage.app.on("command", () => void got.resolve());
    await set(stage, "delay:toApp", "300");
    await stage.ana.types("/icp list");
    expect(stage.ana.toasts).toEqual(["/icp failed with the error “operation_timeout”"]);
    expect(stage.app.received).toEqual([]);
    await got.promise;
  });

  it("of what goes to the app leaves it time when it is short", async () => {
    const stage = await setStage();
    await set(stage, "delay:toApp", "300");
    await stage.ana.types("/icp list");
    expect(stage.ana.toasts).toEqual([]);
    expect(stage.slack.exchanges.at(-1)?.ackMs).toBeGreaterThanOrEqual(299);
  });

  it("of the app's calls holds them, and its answers on a response_url, until they arrive", async () => {
    const stage = await setStage();
    await stage.ana.types("/icp list");
    await set(stage, "delay:webApi", "300");
    const began = performance.now();
    await Promise.all([
      stage.call("auth.test"),
      respond(stage.app.last("command").response_url, { text: "Late" }),
    ]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(299);
    await stage.ana.sees("Late");
  });
});

describe("delay of a form’s ack", () => {
  it("puts what the ack says over what the app changed before it was carried out", async () => {
    const stage = await setStage();
    const titled = (title: string) =>
      modal([textInput("Name", { initial_value: "x" })], { title: plain(title) });
    const { view } = await openModal(stage, titled("First"));
    const changing = Promise.withResolvers<unknown>();
    stage.app.on("view_submission", () => {
      setImmediate(() =>
        changing.resolve(stage.call("views.update", { view_id: view.id, view: titled("Changed") })),
      );
      return { body: { response_action: "update", view: titled("Acked") } };
    });
    await set(stage, "delay:ack", "300");
    const saved = stage.ana.saves();
    await changing.promise;
    expect(stage.ana.modal?.title).toBe("Changed");
    await saved;
    expect(stage.ana.modal?.title).toBe("Acked");
  });
});

describe("uninstalling", () => {
  it("revokes the token, tells the app in two events, and takes its home and modals away; installing brings it back", async () => {
    const stage = await setStage();
    await stage.call("views.publish", {
      user_id: "U0ANA",
      view: { type: "home", blocks: [section("Hello")] },
    });
    await openModal(stage, modal([textInput("Name")]));
    await set(stage, "installed:T0ACME", "no");
    const events = stage.app.received.filter(({ kind }) => kind === "event").map(({ payload }) => payload);
    expect(events.map(({ team_id, event }) => [team_id, event.type, event.tokens])).toEqual(
      expect.arrayContaining([
        ["T0ACME", "app_uninstalled", undefined],
        ["T0ACME", "tokens_revoked", { oauth: [], bot: ["U0APPBOT"] }],
      ]),
    );
    expect(await stage.call("auth.test")).toMatchObject({ error: "token_revoked" });
    const line = await follow(stage.slack.url);
    expect(line.screen).toMatchObject({ stack: [], home: null });
    expect(line.screen.scene.workspaces[0]).toMatchObject({ isInstalled: false });
    expect(line.screen.scene.places.map(({ kind, hasApp }) => [kind, hasApp])).not.toContainEqual([
      "public",
      true,
    ]);
    await act(stage.slack.url, { do: "writes", place: "C0GENERAL", text: "/icp list" });
    expect(stage.ana.toasts).toEqual(["/icp is not a valid command."]);
    await set(stage, "installed:T0ACME", "no");
    expect(stage.app.count("event")).toBe(2);
    await set(stage, "installed:T0ACME", "yes");
    expect(await stage.call("auth.test")).toMatchObject({ ok: true });
    await line.until(({ scene }) => scene.places.some(({ kind }) => kind === "app-home"));
  });

  it("works while no app is connected", async () => {
    const slack = await createSlack();
    onTestFinished(() => slack.close());
    expect(await act(slack.url, { do: "sets", lever: "installed:T0ACME", to: "no" })).toEqual({});
  });
});

describe("a strike", () => {
  it("is shown while it is to come, as often as it was asked for, and is gone when it came", async () => {
    const stage = await setStage();
    await strike(stage, "api-429");
    await strike(stage, "api-429");
    await strike(stage, "api-500");
    const line = await follow(stage.slack.url);
    expect(await pending(stage)).toEqual({ "api-429": 2, "api-500": 1 });
    const answer = await fetch(`${stage.slack.apiUrl}auth.test`, { method: "POST" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "1"]);
    await line.until(({ weather }) =>
      weather.strikes.some((one) => one.id === "api-429" && one.pending === 1),
    );
    expect(await stage.call("users.list")).toMatchObject({ error: "ratelimited" });
    expect(await stage.call("auth.test")).toEqual({ text: "server error" });
    expect(await stage.call("auth.test")).toMatchObject({ ok: true });
    expect(await pending(stage)).toEqual({});
  });

  it("lets the next trigger expire, and no other", async () => {
    const stage = await setStage();
    await strike(stage, "trigger-expired");
    expect(await pending(stage)).toEqual({ "trigger-expired": 1 });
    const view = modal([textInput("Name")]);
    expect(await openModal(stage, view)).toMatchObject({ error: "expired_trigger_id" });
    expect(await openModal(stage, view)).toMatchObject({ ok: true });
  });

  it("lets the next ack be lost: the app did it, and the person is told in Slack's words", async () => {
    const stage = await setStage({ ackDeadlineMs: 400 });
    stage.app.on("command", () => ({ body: { text: "Done" } }));
    await strike(stage, "ack-lost");
    await stage.ana.opensHome();
    await stage.ana.in("general").types("/icp list");
    expect(stage.app.count("command")).toBe(1);
    expect(stage.ana.toasts).toEqual(["/icp failed with the error “operation_timeout”"]);
    expect(stage.slack.exchanges.at(-1)).toMatchObject({
      status: 0,
      error: "operation_timeout",
      isPending: false,
    });
    await stage.ana.types("/icp list");
    await stage.ana.sees("Done");
  });

  it("lets the next response_url die, for good", async () => {
    const stage = await setStage();
    await stage.ana.types("/icp list");
    const { response_url } = stage.app.last("command");
    await strike(stage, "response-url-dead");
    for (let times = 0; times < 2; times += 1) {
      expect(await respond(response_url, { text: "x" })).toEqual({
        status: 404,
        body: JSON.stringify({ ok: false, error: "expired_url" }),
      });
    }
    expect(await pending(stage)).toEqual({});
    await stage.ana.types("/icp list");
    expect(await respond(stage.app.last("command").response_url, { text: "x" })).toMatchObject({
      status: 200,
    });
  });
});

describe("in Socket Mode", () => {
  async function connect() {
    const slack = await createSlack();
    onTestFinished(() => slack.close());
    const opened = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await opened.json()) as { url: string };
    const socket = new WebSocket(url);
    const envelopes: { envelope_id?: string; retry_attempt?: number }[] = [];
    const greeted = Promise.withResolvers<void>();
    const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
    socket.addEventListener("message", ({ data }) => {
      const { envelope_id, retry_attempt } = JSON.parse(String(data));
      greeted.resolve();
      if (envelope_id === undefined) return;
      envelopes.push({ envelope_id, retry_attempt });
      socket.send(JSON.stringify({ envelope_id }));
    });
    await greeted.promise;
    return { slack, envelopes, closed };
  }

  it("cuts the WebSocket, which no strike does over HTTP", async () => {
    const { slack, closed } = await connect();
    const ids = async (url: string) => (await follow(url)).screen.weather.strikes.map(({ id }) => id);
    expect(await ids(slack.url)).toContain("socket-cut");
    expect(await ids((await setStage()).slack.url)).not.toContain("socket-cut");
    expect(await act(slack.url, { do: "strikes", strike: "socket-cut" })).toEqual({});
    await closed;
    expect(slack.socket.connections).toBe(0);
  });

  it("sends an envelope again whose ack was lost", async () => {
    const { slack, envelopes } = await connect();
    await act(slack.url, { do: "strikes", strike: "ack-lost" });
    await act(slack.url, { do: "writes", place: "C0GENERAL", text: "/icp list" });
    expect(envelopes).toHaveLength(2);
    expect(envelopes[1]?.envelope_id).toBe(envelopes[0]?.envelope_id);
    expect(slack.person("ana").toasts).toEqual([]);
  });
});

it("shows how the app fares, and starts it again", async () => {
  let state: AppState = { kind: "crashed", log: ["out of luck"] };
  const { slack } = await setStage({
    appState: {
      now: () => state,
      async restart() {
        state = { kind: "running", log: [] };
        slack.refresh();
      },
    },
  });
  const line = await follow(slack.url);
  expect(line.screen.appState).toEqual({ kind: "crashed", log: ["out of luck"] });
  expect(await act(slack.url, { do: "restarts-app" })).toEqual({});
  await line.until(({ appState }) => appState.kind === "running");
  expect(Object.keys(line.patches.at(-1) ?? {})).toEqual(["appState"]);
});

describe("while the app is not there", () => {
  async function stageIn(kind: AppState["kind"], ackDeadlineMs = 3000) {
    const state = { kind, log: [] };
    const stage = await setStage({ ackDeadlineMs, appState: { now: () => state, restart: () => undefined } });
    await stage.call("chat.postMessage", {
      channel: "C0GENERAL",
      text: "A",
      blocks: [actions(button("Go"))],
    });
    const { ts } = (await follow(stage.slack.url)).screen.messages[0] ?? { ts: "" };
    return {
      ...stage,
      becomes(next: AppState["kind"]) {
        state.kind = next;
        stage.slack.refresh();
      },
      press: () =>
        act(stage.slack.url, {
          do: "uses",
          on: { channel: "C0GENERAL", ts },
          block: "do",
          action: "press-go",
        }),
    };
  }

  it("lets what people do wait for an app that is starting, with a trigger that is fresh", async () => {
    const { app, press, pass, becomes, call } = await stageIn("starting");
    const pressed = press();
    await call("auth.test");
    expect(app.received).toEqual([]);
    pass(2900);
    becomes("running");
    expect(await pressed).toEqual({});
    pass(2900);
    const { trigger_id } = app.last("block_actions");
    const view = modal([section("In time")], { submit: undefined });
    expect(await call("views.open", { trigger_id, view })).toMatchObject({ ok: true });
  });

  it("says so when the app takes longer than Slack waits for an answer", async () => {
    const { press, app } = await stageIn("starting", 40);
    expect(await press()).toEqual({ error: "ICP Profiles is still starting. Try again in a moment." });
    expect(app.received).toEqual([]);
  });

  it("says that the app has crashed and where to look, and nothing of what only the app misses", async () => {
    const { press, slack } = await stageIn("crashed");
    const error =
      "ICP Profiles has crashed, so nothing reaches it. Weather shows its log and starts it again.";
    expect(await press()).toEqual({ error });
    expect(await act(slack.url, { do: "opens", place: "home" })).toEqual({});
  });
});

it("starts no app that somebody else runs", async () => {
  const { slack } = await setStage();
  expect(await act(slack.url, { do: "restarts-app" })).toEqual({ error: "This Slack does not run the app." });
});

it("tells the person when a press or a shortcut is lost", async () => {
  const stage = await setStage({ ackDeadlineMs: 400 });
  await stage.call("chat.postMessage", { channel: "C0GENERAL", text: "A", blocks: [actions(button("Go"))] });
  await strike(stage, "ack-lost");
  await stage.ana.presses("Go");
  expect(stage.app.count("block_actions")).toBe(1);
  await strike(stage, "ack-lost");
  await act(stage.slack.url, { do: "starts", shortcut: "New ICP profile" });
  expect(stage.app.count("shortcut")).toBe(1);
  const words = "ICP Profiles did not respond in time to what you did.";
  expect(stage.ana.toasts).toEqual([words, words]);
});
