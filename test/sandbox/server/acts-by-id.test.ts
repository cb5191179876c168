import { describe, expect, it } from "vitest";
import { betaInstallation, defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { actions, button, input, modal, option, plain, section, textInput } from "./block-kit.ts";
import { act, follow } from "./page-client.ts";
import type { Stage } from "./stage.ts";
import { openModal, setStage } from "./stage.ts";

const home = (blocks: object[]) => ({ type: "home", blocks });
const at = (channel: string, ts: string) => ({ on: { channel, ts } });

async function post(stage: Stage, blocks: object[], channel = "C0GENERAL"): Promise<string> {
  return (await stage.call("chat.postMessage", { channel, text: "A card", blocks })).ts;
}

async function openForm(blocks: object[], more: object = {}) {
  const stage = await setStage();
  const { view } = await openModal(stage, modal(blocks, more));
  return { ...stage, stage, on: { view: view.id as string }, view: view.id as string };
}

describe("writes", () => {
  it("is a slash command when the line begins with a slash", async () => {
    const { slack, app } = await setStage();
    expect(await act(slack.url, { do: "writes", place: "C0SALES", text: " /icp new Fintech " })).toEqual({});
    expect(app.last("command")).toMatchObject({ channel_id: "C0SALES", text: "new Fintech" });
  });

  it("is a message of that person for all in the place, as they typed it", async () => {
    const { slack, ana } = await setStage();
    await act(slack.url, { do: "writes", place: "C0GENERAL", text: "Ana <b> & *Ben*" });
    const ben = await follow(slack.url, "ben");
    expect(ben.screen.messages).toMatchObject([
      { author: { kind: "person", id: "U0ANA" }, text: "Ana &lt;b&gt; &amp; *Ben*", blocks: [] },
    ]);
    await ana.sees("Ana Ruiz Ana <b> & *Ben*");
  });

  it("cannot be changed by the app", async () => {
    const { slack, call } = await setStage();
    await act(slack.url, { do: "writes", place: "C0GENERAL", text: "Mine" });
    const [message] = slack.person("ana").messages;
    expect(await call("chat.update", { channel: "C0GENERAL", ts: message?.ts, text: "x" })).toMatchObject({
      error: "cant_update_message",
    });
  });

  it.each([
    ["home", "Hello", "Nobody can write in the app's home."],
    ["DANA0ACME", "Hello", "Sending messages to this app has been turned off."],
    ["DANA0ACME", "/icp list", "Sending messages to this app has been turned off."],
    ["C0BETAGENERAL", "Hello", "Ana Ruiz cannot open this place."],
    ["nowhere", "Hello", "Ana Ruiz cannot open this place."],
    ["C0GENERAL", " \n", "There is nothing to send."],
    ["C0GENERAL", "x".repeat(12_001), "Slack takes 12,000 characters at once; these are 12,001."],
  ])("refuses in %s to write %j", async (place, text, error) => {
    const { slack, app, ana } = await setStage();
    await ana.in("dm");
    const id = place === "DANA0ACME" ? (slack.seed.channels.at(-1)?.id ?? "") : place;
    expect(await act(slack.url, { do: "writes", place: id, text })).toEqual({ error });
    expect(app.received).toEqual([]);
    expect([...ana.messages, ...ana.in("general").messages]).toEqual([]);
  });

  it("lets a guest into no channel but their own, and nobody in whose account is deactivated", async () => {
    const { slack } = await setStage();
    expect(await act(slack.url, { as: "gus", do: "writes", place: "C0SALES", text: "Hi" })).toMatchObject({
      error: "Gus Lind cannot open this place.",
    });
    expect(await act(slack.url, { as: "dia", do: "writes", place: "C0GENERAL", text: "Hi" })).toMatchObject({
      error: "The account of Dia Roth is deactivated.",
    });
  });
});

describe("uses", () => {
  it("presses a button on a message and tells the app what the message holds", async () => {
    const stage = await setStage();
    const show = {
      type: "static_select",
      action_id: "show",
      placeholder: plain("Show"),
      options: [option("All")],
    };
    const ts = await post(stage, [actions(button("Details", { value: "p1" }), show)]);
    const values = { do: { show: { type: "static_select", selected_option: option("All") } } };
    const use = { do: "uses", ...at("C0GENERAL", ts), block: "do", action: "press-details", values };
    expect(await act(stage.slack.url, use)).toEqual({});
    expect(stage.app.last("block_actions")).toMatchObject({
      container: { type: "message", message_ts: ts },
      state: { values },
      actions: [{ action_id: "press-details", value: "p1" }],
    });
  });

  it("chooses in a menu, which holds it from then on for that person alone", async () => {
    const stage = await setStage();
    const menu = {
      type: "static_select",
      action_id: "show",
      placeholder: plain("Show"),
      options: [option("All")],
    };
    const ts = await post(stage, [actions(menu)]);
    const value = { type: "static_select", selected_option: option("All") };
    await act(stage.slack.url, { do: "uses", ...at("C0GENERAL", ts), block: "do", action: "show", value });
    expect(stage.app.last("block_actions").actions).toMatchObject([value]);
    expect((await follow(stage.slack.url)).screen.messages[0]?.values).toEqual({ do: { show: value } });
    expect((await follow(stage.slack.url, "ben")).screen.messages[0]?.values).toEqual({
      do: { show: { type: "static_select", selected_option: null } },
    });
  });

  it("sends what an overflow menu was asked, which holds nothing afterwards", async () => {
    const stage = await setStage();
    const ts = await post(stage, [
      section("Row", {
        accessory: { type: "overflow", action_id: "more", options: [option("Edit"), option("Drop")] },
      }),
    ]);
    const use = { do: "uses", ...at("C0GENERAL", ts), block: "said", action: "more" };
    expect(await act(stage.slack.url, use)).toEqual({ error: "Nothing was chosen." });
    const value = { type: "overflow", selected_option: option("Drop") };
    await act(stage.slack.url, { ...use, value });
    expect(stage.app.last("block_actions").actions).toMatchObject([
      { type: "overflow", selected_option: option("Drop") },
    ]);
    expect(stage.app.count("block_actions")).toBe(1);
  });

  it("works on the app's home", async () => {
    const { slack, call, app } = await setStage();
    const { view } = await call("views.publish", { user_id: "U0ANA", view: home([actions(button("New"))]) });
    await act(slack.url, { do: "uses", on: { view: view.id }, block: "do", action: "press-new" });
    expect(app.last("block_actions")).toMatchObject({ container: { type: "view", view_id: view.id } });
  });

  it("keeps what is chosen in an input block to itself unless the block dispatches", async () => {
    const quiet = { type: "static_select", options: [option("One")] };
    const { slack, app, on, ana } = await openForm([
      input("Quiet", quiet),
      input("Loud", quiet, { dispatch_action: true }),
      textInput("Name"),
    ]);
    const value = { type: "static_select", selected_option: option("One") };
    const values = { name: { value: { type: "plain_text_input", value: "Fintech" } } };
    await act(slack.url, { do: "uses", on, block: "quiet", action: "value", value });
    expect(app.count("block_actions")).toBe(0);
    await act(slack.url, { do: "uses", on, block: "loud", action: "value", value, values });
    expect(app.last("block_actions").view.state.values).toMatchObject({
      quiet: { value },
      loud: { value },
      name: { value: { value: "Fintech" } },
    });
    expect(ana.modal?.values).toMatchObject({ Name: "Fintech" });
  });

  it("reaches nothing under a modal, and no modal under another", async () => {
    const { stage, slack, call, app, on } = await openForm([section("First", { accessory: button("More") })]);
    const ts = await post(stage, [actions(button("Details"))]);
    const press = { do: "uses", ...at("C0GENERAL", ts), block: "do", action: "press-details" };
    expect(await act(slack.url, press)).toEqual({ error: "A modal is open: nothing under it can be used." });
    const more = { do: "uses", on, block: "said", action: "press-more" };
    app.on("block_actions", async ({ trigger_id }) => {
      await call("views.push", { trigger_id, view: modal([section("Second")]) });
      return undefined;
    });
    expect(await act(slack.url, more)).toEqual({});
    expect(await act(slack.url, more)).toEqual({ error: "Another modal lies on this one." });
  });

  it("finds nothing that is another person's, or gone", async () => {
    const stage = await setStage();
    const { url } = stage.slack;
    const card = [actions(button("Details"))];
    const press = { do: "uses", block: "do", action: "press-details" };
    const { message_ts } = await stage.call("chat.postEphemeral", {
      channel: "C0GENERAL",
      user: "U0BEN",
      text: "For Ben",
      blocks: card,
    });
    const ts = await post(stage, card);
    expect(await act(url, { ...press, ...at("C0GENERAL", message_ts) })).toEqual({
      error: "This message is no longer there.",
    });
    expect(await act(url, { ...press, ...at("C0GENERAL", ts), action: "other" })).toEqual({
      error: "What was used is no longer there.",
    });
    expect(await act(url, { as: "eve", ...press, ...at("C0GENERAL", ts) })).toEqual({
      error: "Eve Stone cannot open this place.",
    });
    const { view } = await openModal(stage, modal([section("x", { accessory: button("Go") })]));
    const go = { do: "uses", on: { view: view.id }, block: "said", action: "press-go" };
    expect(await act(url, { as: "ben", ...go })).toEqual({ error: "This modal is no longer open." });
    expect(stage.app.count("block_actions")).toBe(0);
  });
});

describe("asks", () => {
  const menu = { type: "multi_external_select", min_query_length: 2, max_selected_items: 2 };

  it("answers in the groups of the app, and in one without a label where it gave none", async () => {
    const { slack, app, on } = await openForm([input("Industries", menu)]);
    const ask = { do: "asks", on, block: "industries", action: "value" };
    app.on("block_suggestion", ({ value }) => ({
      body:
        value === "Sa"
          ? { options: [option("SaaS")] }
          : { option_groups: [{ label: plain("Finance"), options: [option("Fintech")] }] },
    }));
    expect((await act(slack.url, { ...ask, query: "Sa" })).groups).toEqual([{ options: [option("SaaS")] }]);
    expect((await act(slack.url, { ...ask, query: "Fi" })).groups).toEqual([
      { label: "Finance", options: [option("Fintech")] },
    ]);
    expect(await act(slack.url, { ...ask, query: "F" })).toMatchObject({
      error: "This menu asks the app only from 2 characters on; “F” is shorter.",
    });
  });

  it("lets what was offered for an earlier query be chosen, and nothing that never was", async () => {
    const { slack, app, on, view, ana } = await openForm([input("Industries", menu)]);
    app.on("block_suggestion", ({ value }) => ({ body: { options: [option(value)] } }));
    for (const query of ["SaaS", "Fintech", "Banks"]) {
      await act(slack.url, { do: "asks", on, block: "industries", action: "value", query });
    }
    const holding = (...names: string[]) => ({
      industries: {
        value: { type: "multi_external_select", selected_options: names.map((name) => option(name)) },
      },
    });
    const submit = (values: object) => act(slack.url, { do: "submits", view, values });
    expect(await submit(holding("SaaS", "Forged"))).toEqual({
      error: "The multi_external_select does not offer “Forged”.",
    });
    expect(await submit(holding("SaaS", "Fintech", "Banks"))).toEqual({
      error: "The menu takes 2 options; nobody can choose 3.",
    });
    expect(await submit(holding("SaaS", "SaaS"))).toEqual({ error: "Nobody can choose the same twice." });
    expect(app.count("view_submission")).toBe(0);
    expect(await submit(holding("SaaS", "Fintech"))).toEqual({});
    expect(app.last("view_submission").view.state.values).toEqual(holding("SaaS", "Fintech"));
    expect(ana.modal).toBeUndefined();
  });

  it("asks nothing of a menu that is none", async () => {
    const { slack, on } = await openForm([textInput("Name")]);
    expect(await act(slack.url, { do: "asks", on, block: "name", action: "value", query: "abc" })).toEqual({
      error: "This is no type-ahead.",
    });
  });
});

describe("submits", () => {
  const name = (value: unknown, type = "plain_text_input") => ({ name: { value: { type, value } } });

  it("puts the page's values into the form and sends it", async () => {
    const { slack, app, view } = await openForm([
      textInput("Name"),
      textInput("Notes", {}, { optional: true }),
    ]);
    expect(await act(slack.url, { do: "submits", view, values: name("Fintech") })).toEqual({});
    expect(app.last("view_submission").view.state.values).toEqual({
      name: { value: { type: "plain_text_input", value: "Fintech" } },
      notes: { value: { type: "plain_text_input", value: null } },
    });
  });

  it("sends nothing that Slack's client refuses, and says so under the field", async () => {
    const { slack, app, view } = await openForm([textInput("Name")]);
    const line = await follow(slack.url);
    expect(await act(slack.url, { do: "submits", view, values: name("") })).toEqual({});
    await line.until(({ stack }) => stack[0]?.errors.name === "This is a required field");
    expect(app.count("view_submission")).toBe(0);
  });

  it.each([
    [
      "a longer text than the field takes",
      name("x".repeat(11)),
      "The field takes 10 characters; nobody can type 11 into it.",
    ],
    ["a number where words are", name(7), "Only words can be typed here."],
    ["another type", name("x", "email_text_input"), "This is a plain_text_input, not a email_text_input."],
  ])("refuses %s and keeps the form as it was", async (_what, values, error) => {
    const { slack, app, view, ana } = await openForm([
      textInput("Name", { max_length: 10, initial_value: "Before" }),
      textInput("Notes", { initial_value: "Before" }),
    ]);
    const both = { notes: { value: { type: "plain_text_input", value: "After" } }, ...values };
    expect(await act(slack.url, { do: "submits", view, values: both })).toEqual({ error });
    expect(ana.modal?.values).toEqual({ Name: "Before", Notes: "Before" });
    expect(app.count("view_submission")).toBe(0);
  });

  it.each([
    [
      "datepicker",
      "selected_date",
      "2026-02-28",
      "2026-02-30",
      "2026-02-30 is not a date, such as 2026-05-19.",
    ],
    ["timepicker", "selected_time", "16:30", "24:00", "24:00 is not a time, such as 16:30."],
    ["users_select", "selected_user", "U0BEN", "U0NOBODY", "The menu does not offer U0NOBODY."],
    [
      "conversations_select",
      "selected_conversation",
      "C0SALES",
      "C0BETAGENERAL",
      "The menu does not offer C0BETAGENERAL.",
    ],
    ["multi_channels_select", "selected_channels", ["C0SALES"], ["C0X"], "The menu does not offer C0X."],
    [
      "radio_buttons",
      "selected_option",
      option("One"),
      option("One", "2"),
      "The radio_buttons does not offer “One”.",
    ],
    [
      "checkboxes",
      "selected_options",
      [option("One")],
      [option("Two")],
      "The checkboxes does not offer “Two”.",
    ],
  ])("takes from a %s what its %s may be, and nothing else", async (type, field, good, bad, error) => {
    const options = /radio|check/.test(type) ? { options: [option("One")] } : {};
    const { slack, app, view } = await openForm([input("Field", { type, ...options })]);
    const submit = (held: unknown) =>
      act(slack.url, { do: "submits", view, values: { field: { value: { type, [field]: held } } } });
    expect(await submit(bad)).toEqual({ error });
    expect(await submit(good)).toEqual({});
    expect(app.last("view_submission").view.state.values).toEqual({
      field: { value: { type, [field]: good } },
    });
  });

  it("passes over a field that the app has taken away meanwhile", async () => {
    const { slack, view, app } = await openForm([textInput("Name")]);
    const gone = { gone: { value: { type: "plain_text_input", value: "x" } } };
    expect(await act(slack.url, { do: "submits", view, values: { ...gone, ...name("Fintech") } })).toEqual(
      {},
    );
    expect(Object.keys(app.last("view_submission").view.state.values)).toEqual(["name"]);
  });

  it("takes a megabyte that somebody pasted", async () => {
    const { slack, view, app } = await openForm([textInput("Name")]);
    const pasted = "é".repeat(500_000);
    expect(await act(slack.url, { do: "submits", view, values: name(pasted) })).toEqual({});
    expect(app.last("view_submission").view.state.values.name.value.value).toBe(pasted);
  });

  it("is not possible where the modal has no submit, or is gone", async () => {
    const { slack, view } = await openForm([section("Read me")], { submit: undefined });
    expect(await act(slack.url, { do: "submits", view, values: {} })).toEqual({
      error: "This modal cannot be submitted.",
    });
    expect(await act(slack.url, { do: "submits", view: "V0", values: {} })).toEqual({
      error: "This modal is no longer open.",
    });
  });
});

describe("dismisses", () => {
  it("closes the modal, or the whole stack, and the app hears of it where it asked", async () => {
    const { slack, app, view, ana, call, on } = await openForm(
      [section("x", { accessory: button("More") })],
      {
        notify_on_close: true,
      },
    );
    app.on("block_actions", async ({ trigger_id }) => {
      await call("views.push", { trigger_id, view: modal([section("Second")], { title: plain("Second") }) });
      return undefined;
    });
    const more = { do: "uses", on, block: "said", action: "press-more" };
    await act(slack.url, more);
    expect(await act(slack.url, { do: "dismisses", view })).toEqual({
      error: "Another modal lies on this one.",
    });
    await act(slack.url, { do: "dismisses", view: ana.modal?.id });
    expect(ana.modal?.id).toBe(view);
    await act(slack.url, more);
    await act(slack.url, { do: "dismisses", view: ana.modal?.id, all: true });
    expect(ana.modal).toBeUndefined();
    expect(app.last("view_closed")).toMatchObject({ view: { id: view }, is_cleared: true });
  });
});

describe("opens", () => {
  it("tells the app that its home or its messages were opened, and nothing of channels", async () => {
    const { slack, app, ana } = await setStage();
    await act(slack.url, { do: "opens", place: "home" });
    expect(app.last("event").event).toMatchObject({ type: "app_home_opened", user: "U0ANA", tab: "home" });
    ana.in("dm");
    await act(slack.url, { do: "opens", place: slack.seed.channels.at(-1)?.id });
    expect(app.last("event").event).toMatchObject({ type: "app_home_opened", tab: "messages" });
    await act(slack.url, { do: "opens", place: "C0GENERAL" });
    expect(app.count("event")).toBe(2);
    expect(await act(slack.url, { do: "opens", place: "C0BETAGENERAL" })).toMatchObject({
      error: "Ana Ruiz cannot open this place.",
    });
  });

  it("finds no home where the app is not installed", async () => {
    const { slack } = await setStage();
    expect(await act(slack.url, { as: "eve", do: "opens", place: "home" })).toMatchObject({
      error: "Eve Stone cannot open this place.",
    });
  });

  it("is the home of the person's own workspace", async () => {
    const seed = defaultSeed();
    seed.app.installations.push(betaInstallation);
    const { slack, app } = await setStage({ seed });
    await act(slack.url, { as: "eve", do: "opens", place: "home" });
    expect(app.last("event")).toMatchObject({ team_id: "T0BETA", event: { user: "U0EVE" } });
  });
});

it("takes one of Slack's banners away", async () => {
  const { slack, ana } = await setStage();
  await ana.types("/other");
  await ana.types("/another");
  const line = await follow(slack.url);
  const [first] = line.screen.toasts;
  await act(slack.url, { do: "reads-toast", toast: first?.id });
  await line.until(({ toasts }) => toasts.length === 1);
  expect(ana.toasts).toEqual(["/another is not a valid command."]);
});

it("says which complaints an act caused", async () => {
  const { slack, app } = await setStage({ refused: true });
  app.on("command", () => ({ body: { text: "x", blocks: [{ type: "nonsense" }] } }));
  const answer = await act(slack.url, { do: "writes", place: "C0GENERAL", text: "/icp" });
  expect(answer.complaints).toMatchObject([{ kind: "command" }]);
});
