import { describe, expect, it } from "vitest";
import { betaInstallation, defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { actions, button, modal, option, plain, section, textInput } from "./block-kit.ts";
import { noon, openModal, setStage } from "./stage.ts";

describe("a slash command", () => {
  it("arrives as a signed form with all of Slack's fields", async () => {
    const { ana, app } = await setStage();
    await ana.in("sales").types("/icp new Fintech  & “more” ");
    const { headers, payload } = app.received[0] ?? {};
    expect(headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(noon / 1000),
    });
    expect(payload).toEqual({
      token: expect.any(String),
      team_id: "T0ACME",
      team_domain: "acme",
      channel_id: "C0SALES",
      channel_name: "sales",
      user_id: "U0ANA",
      user_name: "ana",
      command: "/icp",
      text: "new Fintech  & “more”",
      api_app_id: "A0SANDBOX",
      is_enterprise_install: "false",
      response_url: expect.stringMatching(/\/hooks\/commands\/T0ACME\/[a-z0-9]{24}$/),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[a-z0-9]{32}$/),
    });
  });

  it("shows its ack to the person alone: plain text or a message", async () => {
    const { app, ana, slack } = await setStage();
    app.on("command", ({ text }) => ({
      body: text === "plain" ? "Just words" : { text: "x", blocks: [section("A block")] },
    }));
    await ana.types("/icp plain");
    await ana.types("/icp message");
    await ana.sees("Just words");
    await ana.sees("A block");
    expect(ana.messages.map((message) => message.onlyVisibleToYou)).toEqual([true, true]);
    slack.person("ben").seesNot("Just words");
  });

  it("shows its ack to all when that says in_channel", async () => {
    const { app, ana, slack } = await setStage();
    app.on("command", () => ({ body: { response_type: "in_channel", text: "For everybody" } }));
    await ana.types("/icp list");
    await slack.person("ben").sees("For everybody");
    slack.person("eve").seesNot("For everybody");
  });

  it("fails in Slack's words when the ack is late, broken, refused or not there", async () => {
    const { app, ana, slack } = await setStage({ ackDeadlineMs: 60, refused: true });
    app.on("command", async ({ text }) => {
      if (text === "late") await new Promise((resolve) => setTimeout(resolve, 120));
      if (text === "broken") return { status: 500 };
      if (text === "unknown") return { status: 404 };
      if (text === "wrong") return { body: { text: "x", blocks: [{ type: "nonsense" }] } };
      return undefined;
    });
    for (const text of ["late", "broken", "unknown", "wrong"]) await ana.types(`/icp ${text}`);
    slack.connectApp("http://127.0.0.1:9/");
    await ana.types("/icp nobody");
    expect(ana.toasts).toEqual([
      "/icp failed with the error “operation_timeout”",
      "/icp failed with the error “http_service_error”",
      "/icp failed with the error “dispatch_failed”",
      "/icp failed with the error “invalid_blocks”",
      "/icp failed with the error “dispatch_failed”",
    ]);
    await ana.sees("failed with the error “operation_timeout”");
  });

  it("is not valid when the app does not have it, lacks the scope, or is not installed where the person is", async () => {
    const seed = defaultSeed();
    const { ana, app, slack } = await setStage({ seed });
    await ana.types("/other");
    await slack.person("eve").types("/icp list");
    slack.seed.app.scopes = ["chat:write"];
    await ana.types("/icp list");
    expect([...ana.toasts, ...slack.person("eve").toasts]).toEqual([
      "/other is not a valid command.",
      "/icp is not a valid command.",
      "/icp is not a valid command.",
    ]);
    expect(app.received).toEqual([]);
  });

  it("comes from a stranger under their own workspace", async () => {
    const { app, slack } = await setStage();
    await slack.person("eve").in("partners").types("/icp list");
    expect(app.last("command")).toMatchObject({
      team_id: "T0BETA",
      team_domain: "beta-freight",
      user_id: "U0EVE",
    });
  });

  it("goes to the installation of the person's own workspace where there is one", async () => {
    const seed = defaultSeed();
    seed.app.installations.push(betaInstallation);
    const { app, slack, call } = await setStage({ seed });
    await slack.person("eve").in("partners").types("/icp list");
    const { trigger_id } = app.last("command");
    const view = modal([textInput("Name")]);
    expect(await call("views.open", { trigger_id, view })).toMatchObject({ error: "invalid_trigger_id" });
    expect(await call("views.open", { trigger_id, view }, slack.botToken("T0BETA"))).toMatchObject({
      view: { app_installed_team_id: "T0BETA", bot_id: "B0BETABOT" },
    });
  });
});

describe("a press", () => {
  const card = { text: "A card", blocks: [section("A card"), actions(button("Details", { value: "p1" }))] };

  it("on a message brings the message, its state, a trigger and a response_url", async () => {
    const { call, ana, app } = await setStage();
    const menu = {
      type: "static_select",
      action_id: "show",
      placeholder: plain("Show"),
      options: [option("All")],
    };
    const { ts } = await call("chat.postMessage", {
      channel: "C0GENERAL",
      text: "A card",
      blocks: [actions(button("Details"), menu)],
    });
    await ana.presses("Details");
    expect(app.last("block_actions")).toMatchObject({
      type: "block_actions",
      team: { id: "T0ACME", domain: "acme" },
      user: { id: "U0ANA", username: "ana", name: "ana", team_id: "T0ACME" },
      api_app_id: "A0SANDBOX",
      token: expect.any(String),
      enterprise: null,
      is_enterprise_install: false,
      container: { type: "message", message_ts: ts, channel_id: "C0GENERAL", is_ephemeral: false },
      channel: { id: "C0GENERAL", name: "general" },
      message: { type: "message", ts, text: "A card", user: "U0APPBOT", bot_id: "B0APPBOT", team: "T0ACME" },
      state: { values: { do: { show: { type: "static_select", selected_option: null } } } },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining("/hooks/actions/"),
      actions: [
        {
          type: "button",
          action_id: "press-details",
          block_id: "do",
          value: "v",
          text: plain("Details"),
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    });
  });

  it("on a message that only one person sees names it, but does not bring it", async () => {
    const { app, ana } = await setStage();
    app.on("command", () => ({ body: card }));
    await ana.types("/icp list");
    await ana.presses("Details");
    expect(app.last("block_actions").container).toMatchObject({ is_ephemeral: true });
    expect(app.last("block_actions")).not.toHaveProperty("message");
  });

  it("in a view brings the view and no response_url", async () => {
    const stage = await setStage();
    const { view } = await openModal(stage, modal([actions(button("Details"))]));
    await stage.ana.presses("Details");
    const payload = stage.app.last("block_actions");
    expect(payload).toMatchObject({
      container: { type: "view", view_id: view.id },
      view: { id: view.id, hash: view.hash },
    });
    expect(payload).not.toHaveProperty("response_url");
    expect(payload).not.toHaveProperty("channel");
  });

  it("by a stranger in a shared channel comes under the stranger's workspace", async () => {
    const { call, app, slack } = await setStage();
    await call("chat.postMessage", { channel: "C0PARTNERS", ...card });
    await slack.person("eve").in("partners").presses("Details");
    expect(app.last("block_actions")).toMatchObject({
      team: { id: "T0BETA" },
      user: { id: "U0EVE", team_id: "T0BETA" },
      message: { team: "T0ACME" },
    });
  });

  it("goes to the newest message that has the button, by its words or its label, and to the nth of several", async () => {
    const { call, ana, app } = await setStage();
    const row = (name: string) => ({
      type: "section",
      block_id: name,
      text: plain(name),
      accessory: button("Details", { value: name, accessibility_label: `Details of ${name}` }),
    });
    await call("chat.postMessage", { channel: "C0GENERAL", text: "old", blocks: [row("old")] });
    await call("chat.postMessage", { channel: "C0GENERAL", text: "new", blocks: [row("one"), row("two")] });
    await ana.presses("Details");
    await ana.presses("Details", { nth: 2 });
    await ana.presses({ label: "Details of old" });
    const pressed = app.received.map(({ payload }) => payload.actions[0].value);
    expect(pressed).toEqual(["one", "two", "old"]);
  });

  it("that is answered late or not rightly leaves a warning; what the ack says does not matter", async () => {
    const { call, ana, app } = await setStage({ ackDeadlineMs: 60 });
    await call("chat.postMessage", { channel: "C0GENERAL", ...card });
    app.on("block_actions", () => ({ body: { text: "ignored" } }));
    await ana.presses("Details");
    expect(ana.toasts).toEqual([]);
    ana.seesNot("ignored");
    app.on("block_actions", () => ({ status: 500 }));
    await ana.presses("Details");
    app.on("block_actions", () => new Promise((resolve) => setTimeout(() => resolve(undefined), 120)));
    await ana.presses("Details");
    expect(ana.toasts).toEqual([
      "ICP Profiles could not respond to what you did.",
      "ICP Profiles did not respond in time to what you did.",
    ]);
  });
});

describe("view_closed", () => {
  it("comes when the view asks for it, without what was typed", async () => {
    const stage = await setStage();
    const { view } = await openModal(stage, modal([textInput("Name")], { notify_on_close: true }));
    await stage.ana.fills({ Name: "Fintech" });
    await stage.ana.closes();
    const payload = stage.app.last("view_closed");
    expect(payload).toMatchObject({
      type: "view_closed",
      is_cleared: false,
      view: { id: view.id, state: { values: {} } },
    });
    expect(payload).not.toHaveProperty("trigger_id");
    expect(JSON.stringify(payload)).not.toContain("Fintech");
  });

  it("does not come when the view does not ask for it", async () => {
    const stage = await setStage();
    await openModal(stage, modal([textInput("Name")]));
    await stage.ana.closes();
    expect(stage.app.count("view_closed")).toBe(0);
  });

  it("says that the whole stack was cleared", async () => {
    const stage = await setStage();
    await openModal(stage, modal([textInput("Name")], { notify_on_close: true, clear_on_close: true }));
    await stage.ana.closes();
    expect(stage.app.last("view_closed").is_cleared).toBe(true);
  });
});

describe("raw delivery", () => {
  it("sends an event in its envelope", async () => {
    const { slack, app } = await setStage();
    expect(await slack.sendEvent({ type: "app_uninstalled" }, { eventId: "Ev1" })).toEqual({
      status: 200,
      body: "",
    });
    expect(app.last("event")).toMatchObject({
      type: "event_callback",
      event_id: "Ev1",
      team_id: "T0ACME",
      api_app_id: "A0SANDBOX",
      event_time: noon / 1000,
      event: { type: "app_uninstalled" },
      authorizations: [{ team_id: "T0ACME", user_id: "U0APPBOT" }],
    });
  });

  it("forges what is asked: a body, a time, a signature, a content type", async () => {
    const { slack, app } = await setStage();
    const body = { command: "/icp", text: "list", team_id: "T0WRONG" };
    expect(await slack.deliver({ kind: "command", body })).toEqual({ status: 200, body: "" });
    expect(app.last("command")).toEqual(body);
    expect(await slack.deliver({ kind: "command", body, signature: "v0=forged" })).toEqual({
      status: 401,
      body: "bad signature",
    });
    await slack.deliver({ kind: "event", body: "{}", timestamp: "1", contentType: "application/json" });
    expect(app.received.at(-1)?.headers).toMatchObject({
      "x-slack-request-timestamp": "1",
      "content-type": "application/json",
    });
  });

  it("sends an interaction in a person's name with whatever content", async () => {
    const { ana, app } = await setStage();
    await ana.sends({ type: "block_actions", actions: [{ action_id: "x", value: "forged" }] });
    expect(app.last("block_actions")).toMatchObject({
      user: { id: "U0ANA" },
      actions: [{ value: "forged" }],
    });
  });
});
