import { describe, expect, it } from "vitest";
import { actions, button, input, modal, option, plain, section, textInput } from "./block-kit.ts";
import { openModal, setStage } from "./stage.ts";

const search = (more: object = {}) => ({
  type: "multi_external_select",
  placeholder: plain("Type to search"),
  min_query_length: 0,
  ...more,
});
const tick = { type: "checkboxes", options: [option("Generate prospects", "on")] };
const sizes = {
  type: "multi_static_select",
  placeholder: plain("Choose"),
  options: ["1-10", "11-50", "51-200"].map((size) => option(size)),
};

describe("filling", () => {
  it("puts every kind of entry where the state expects it", async () => {
    const stage = await setStage();
    stage.app.on("block_suggestion", ({ value }) => ({
      body: { options: [option(`${value}!`), option(value)] },
    }));
    const confidence = { type: "number_input", is_decimal_allowed: true, min_value: "0", max_value: "1" };
    await openModal(
      stage,
      modal([
        textInput("Name", { max_length: 100 }),
        input("Industries", search()),
        input("Sizes", sizes),
        input("Active", tick, { optional: true }),
        input("Confidence", confidence),
        input("Schedule", { type: "radio_buttons", options: [option("Daily"), option("Weekly")] }),
      ]),
    );
    await stage.ana.fills({
      Name: "Fintech DACH",
      Industries: ["SaaS", "FinTech"],
      Sizes: ["11-50"],
      Active: true,
      Confidence: "0,7",
      Schedule: "Weekly",
    });
    await stage.ana.fills({ Active: false });
    await stage.ana.saves();
    expect(stage.app.last("view_submission").view.state.values).toEqual({
      name: { value: { type: "plain_text_input", value: "Fintech DACH" } },
      industries: {
        value: { type: "multi_external_select", selected_options: [option("SaaS"), option("FinTech")] },
      },
      sizes: { value: { type: "multi_static_select", selected_options: [option("11-50")] } },
      active: { value: { type: "checkboxes", selected_options: [] } },
      confidence: { value: { type: "number_input", value: "0,7" } },
      schedule: { value: { type: "radio_buttons", selected_option: option("Weekly") } },
    });
  });

  it("replaces what was chosen before", async () => {
    const stage = await setStage();
    await openModal(stage, modal([input("Sizes", { ...sizes, initial_options: [option("1-10")] })]));
    await stage.ana.fills({ Sizes: ["11-50", "51-200"] });
    expect(stage.ana.modal?.values).toEqual({ Sizes: ["11-50", "51-200"] });
  });

  it("waits for a field that comes later", async () => {
    const stage = await setStage();
    const { view } = await openModal(stage, modal([section("Loading…")]));
    const filled = stage.ana.fills({ Name: "Fintech" });
    await stage.call("views.update", { view_id: view.id, view: modal([textInput("Name")]) });
    await filled;
    expect(stage.ana.modal?.values).toEqual({ Name: "Fintech" });
  });

  it("cannot type or choose more than the client lets", async () => {
    const stage = await setStage();
    stage.app.on("block_suggestion", ({ value }) => ({ body: { options: [option(value)] } }));
    await openModal(
      stage,
      modal([textInput("Name", { max_length: 5 }), input("Industries", search({ max_selected_items: 1 }))]),
    );
    await expect(stage.ana.fills({ Name: "123456" })).rejects.toThrow("takes 5 characters");
    await expect(stage.ana.fills({ Industries: ["a", "b"] })).rejects.toThrow("takes 1 options");
    await stage.ana.fills({ Name: "12345" });
  });

  it("says what was offered when an entry is not among it", async () => {
    const stage = await setStage();
    stage.app.on("block_suggestion", () => ({ body: { options: [option("Germany"), option("Ghana")] } }));
    await openModal(stage, modal([input("Countries", search()), input("Sizes", sizes)]));
    await expect(stage.ana.fills({ Countries: ["Gabon"] })).rejects.toThrow("It offers: “Germany”, “Ghana”.");
    await expect(stage.ana.fills({ Sizes: ["9"] })).rejects.toThrow("It offers: “1-10”, “11-50”, “51-200”.");
  });

  it("tells the app of a choice in an input block only with dispatch_action", async () => {
    const stage = await setStage();
    await openModal(
      stage,
      modal([input("Quiet", sizes), input("Loud", sizes, { dispatch_action: true }), textInput("Name")]),
    );
    await stage.ana.fills({ Name: "typed", Quiet: ["1-10"] });
    expect(stage.app.count("block_actions")).toBe(0);
    await stage.ana.chooses("Loud", ["11-50"]);
    expect(stage.app.last("block_actions")).toMatchObject({
      actions: [{ type: "multi_static_select", block_id: "loud", selected_options: [{ value: "11-50" }] }],
      view: {
        state: {
          values: { name: { value: { value: "typed" } }, quiet: { value: { selected_options: [{}] } } },
        },
      },
    });
  });

  it("chooses from a menu outside input blocks, found by its placeholder or by what it shows", async () => {
    const stage = await setStage();
    const show = {
      type: "static_select",
      action_id: "show",
      placeholder: plain("Show"),
      options: [option("All"), option("Paused")],
    };
    await openModal(
      stage,
      modal([actions(show, { type: "overflow", action_id: "more", options: [option("Archive")] })]),
    );
    await stage.ana.chooses("Show", "All");
    await stage.ana.chooses("All", "Paused");
    await stage.ana.chooses("More actions", "Archive");
    const chosen = stage.app.received
      .filter(({ kind }) => kind === "block_actions")
      .map(({ payload }) => payload.actions[0].selected_option.value);
    expect(chosen).toEqual(["All", "Paused", "Archive"]);
  });
});

describe("searching", () => {
  it("asks the app as Slack does and answers with what is offered", async () => {
    const stage = await setStage();
    const described = { ...option("Germ"), description: plain("Use as typed") };
    stage.app.on("block_suggestion", () => ({
      body: { option_groups: [{ label: plain("All"), options: [option("Germany", "de"), described] }] },
    }));
    const { view } = await openModal(stage, modal([input("Countries", search())]));
    expect(await stage.ana.searches("Countries", "germ")).toEqual([
      { text: "Germany", value: "de", description: undefined },
      { text: "Germ", value: "Germ", description: "Use as typed" },
    ]);
    expect(stage.app.last("block_suggestion")).toMatchObject({
      type: "block_suggestion",
      user: { id: "U0ANA", team_id: "T0ACME" },
      team: { id: "T0ACME" },
      container: { type: "view", view_id: view.id },
      action_id: "value",
      block_id: "countries",
      value: "germ",
      view: { id: view.id, callback_id: "form" },
    });
  });

  it("leaves the old answer standing when the new one is empty", async () => {
    const stage = await setStage({ refused: true });
    stage.app.on("block_suggestion", ({ value }) => ({
      body: { options: value === "ger" ? [option("Germany")] : [] },
    }));
    await openModal(stage, modal([input("Countries", search())]));
    await stage.ana.searches("Countries", "ger");
    expect(await stage.ana.searches("Countries", "gerx")).toMatchObject([{ text: "Germany" }]);
    expect(stage.slack.complaints).toMatchObject([{ kind: "block_suggestion", pointer: "/options" }]);
  });

  it("asks only from min_query_length on, three unless told otherwise", async () => {
    const stage = await setStage();
    await openModal(
      stage,
      modal([input("Countries", { type: "multi_external_select", placeholder: plain("Type") })]),
    );
    await expect(stage.ana.searches("Countries", "ge")).rejects.toThrow("only from 3 characters on");
    expect(stage.app.count("block_suggestion")).toBe(0);
  });

  it("works in a message too", async () => {
    const stage = await setStage();
    stage.app.on("block_suggestion", () => ({ body: { options: [option("Fintech", "p1")] } }));
    const find = {
      type: "external_select",
      action_id: "find",
      placeholder: plain("Find a profile"),
      min_query_length: 0,
    };
    await stage.call("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks: [actions(find)] });
    expect(await stage.ana.searches("Find a profile", "")).toMatchObject([{ value: "p1" }]);
    await stage.ana.chooses("Find a profile", "Fintech");
    expect(stage.app.last("block_actions").actions[0]).toMatchObject({
      type: "external_select",
      selected_option: { value: "p1" },
    });
    expect(stage.app.last("block_suggestion")).toMatchObject({
      container: { type: "message" },
      channel: { id: "C0GENERAL" },
    });
  });

  it("tells the person when no options come", async () => {
    const stage = await setStage();
    stage.app.on("block_suggestion", () => ({ status: 500 }));
    await openModal(stage, modal([input("Countries", search())]));
    expect(await stage.ana.searches("Countries", "ger")).toEqual([]);
    expect(stage.ana.toasts).toEqual(["The options could not be loaded."]);
  });
});

describe("saving", () => {
  const number = { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "1000" };

  it("sends nothing while the client's own rules are broken, and says so under the fields", async () => {
    const stage = await setStage();
    await openModal(
      stage,
      modal([
        textInput("Name"),
        textInput("Code", { min_length: 3 }),
        input("Limit", number),
        input("Half", number),
        input("Word", number),
        input("Active", tick),
      ]),
    );
    await stage.ana.fills({ Code: "ab", Limit: "1001", Half: "1.5", Word: "ten" });
    await stage.ana.saves();
    expect(stage.ana.modal?.errors).toEqual({
      Name: "This is a required field",
      Code: "Enter at least 3 characters",
      Limit: "Enter a number of 1000 or less",
      Half: "Enter a whole number",
      Word: "Enter a number",
      Active: "This is a required field",
    });
    expect(stage.app.count("view_submission")).toBe(0);
    await stage.ana.fills({ Name: "x", Code: "abc", Limit: "1000", Half: "1", Word: "10", Active: true });
    await stage.ana.saves();
    expect(stage.app.count("view_submission")).toBe(1);
  });

  it("closes the view on an empty ack", async () => {
    const stage = await setStage();
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves();
    expect(stage.ana.modal).toBeUndefined();
  });

  it("shows the errors of the ack under their fields until they are changed", async () => {
    const stage = await setStage();
    stage.app.on("view_submission", () => ({
      body: { response_action: "errors", errors: { name: "Taken" } },
    }));
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves();
    expect(stage.ana.modal?.errors).toEqual({ Name: "Taken" });
    await stage.ana.sees("✗ Taken");
    await stage.ana.fills({ Name: "y" });
    expect(stage.ana.modal?.errors).toEqual({});
  });

  it("updates, pushes and clears as the ack says", async () => {
    const stage = await setStage();
    const titled = (title: string) =>
      modal([textInput("Name", { initial_value: "x" })], { title: plain(title) });
    const acks = [
      { response_action: "update", view: titled("Updated") },
      { response_action: "push", view: titled("Pushed") },
      { response_action: "clear" },
    ];
    stage.app.on("view_submission", () => ({ body: acks.shift() }));
    const { view } = await openModal(stage, titled("First"));
    await stage.ana.saves();
    expect(stage.ana.modal).toMatchObject({ id: view.id, title: "Updated" });
    await stage.ana.saves();
    expect(stage.ana.modal).toMatchObject({ title: "Pushed", view: { previous_view_id: view.id } });
    await stage.ana.saves();
    expect(stage.ana.modal).toBeUndefined();
  });

  it("keeps the third modal and says that there was trouble when the ack puts another on top of it", async () => {
    const stage = await setStage();
    const titled = (title: string) =>
      modal([textInput("Name", { initial_value: "x" })], { title: plain(title) });
    stage.app.on("view_submission", () => ({ body: { response_action: "push", view: titled("On top") } }));
    await openModal(stage, titled("First"));
    for (let nth = 1; nth <= 3; nth += 1) await stage.ana.saves();
    expect(stage.ana.modal?.view.root_view_id).not.toBe(stage.ana.modal?.view.previous_view_id);
    expect(stage.ana.toasts).toEqual(["We had some trouble connecting. Try again?"]);
  });

  it.each([
    ["errors on a block that is no input", { response_action: "errors", errors: { nowhere: "Taken" } }],
    ["a view that Slack refuses", { response_action: "update", view: { type: "modal", blocks: [] } }],
    ["words", "saved"],
  ])("keeps the form and says that there was trouble when the ack is %s", async (_what, body) => {
    const stage = await setStage({ refused: true });
    stage.app.on("view_submission", () => ({ body }));
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves();
    expect(stage.ana.modal?.values).toEqual({ Name: "x" });
    expect(stage.ana.toasts).toContain("We had some trouble connecting. Try again?");
    expect(stage.slack.complaints).not.toEqual([]);
  });

  it("keeps the form and says that there was trouble when the app breaks", async () => {
    const stage = await setStage();
    stage.app.on("view_submission", () => ({ status: 500, body: { response_action: "clear" } }));
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves();
    expect(stage.ana.modal?.values).toEqual({ Name: "x" });
    expect(stage.ana.toasts).toEqual(["We had some trouble connecting. Try again?"]);
  });

  it("keeps the form and says that there was trouble when the ack is late", async () => {
    const stage = await setStage({ ackDeadlineMs: 60 });
    stage.app.on(
      "view_submission",
      () => new Promise((resolve) => setTimeout(() => resolve(undefined), 120)),
    );
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves();
    expect(stage.ana.modal?.title).toBe("New profile");
    await stage.ana.sees("We had some trouble connecting. Try again?");
  });

  it("repeats impatiently: five submissions at once of the same view, hash and state", async () => {
    const stage = await setStage();
    const gate = Promise.withResolvers<undefined>();
    stage.app.on("view_submission", () => {
      if (stage.app.count("view_submission") === 5) gate.resolve(undefined);
      return gate.promise;
    });
    await openModal(stage, modal([textInput("Name", { initial_value: "x" })]));
    await stage.ana.saves({ times: 5 });
    const sent = stage.app.received
      .filter(({ kind }) => kind === "view_submission")
      .map(({ payload }) => payload);
    const same = new Set(sent.map(({ view }) => JSON.stringify(view)));
    const triggers = new Set(sent.map(({ trigger_id }) => trigger_id));
    expect([sent.length, same.size, triggers.size]).toEqual([5, 1, 5]);
    expect(stage.ana.modal).toBeUndefined();
  });
});

it("shows nothing of a modal to anybody else", async () => {
  const stage = await setStage();
  await openModal(stage, modal([textInput("Name"), actions(button("Go"))]));
  expect(stage.slack.person("ben").modal).toBeUndefined();
});
