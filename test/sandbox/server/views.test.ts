import { describe, expect, it } from "vitest";
import { actions, button, modal, plain, section, textInput } from "./block-kit.ts";
import { openModal, setStage } from "./stage.ts";

const form = modal([textInput("Name")]);

describe("a trigger", () => {
  it("opens one view, within three seconds", async () => {
    const stage = await setStage();
    stage.app.on("command", () => undefined);
    await stage.ana.types("/icp new");
    const { trigger_id } = stage.app.last("command");
    stage.pass(3000);
    expect(await stage.call("views.open", { trigger_id, view: form })).toMatchObject({ ok: true });
    expect(await stage.call("views.open", { trigger_id, view: form })).toEqual({
      ok: false,
      error: "exchanged_trigger_id",
    });
  });

  it("is too old after three seconds", async () => {
    const stage = await setStage();
    await stage.ana.types("/icp new");
    stage.pass(3001);
    const { trigger_id } = stage.app.last("command");
    expect(await stage.call("views.open", { trigger_id, view: form })).toEqual({
      ok: false,
      error: "expired_trigger_id",
    });
    expect(stage.ana.modal).toBeUndefined();
  });

  it("cannot be made up", async () => {
    const { call } = await setStage();
    expect(await call("views.open", { trigger_id: "1.2.abc", view: form })).toEqual({
      ok: false,
      error: "invalid_trigger_id",
    });
  });

  it("is not spent by a view that is refused", async () => {
    const stage = await setStage({ refused: true });
    await stage.ana.types("/icp new");
    const { trigger_id } = stage.app.last("command");
    const nameless = { ...form, title: plain("A title that is longer than twenty-four") };
    expect(await stage.call("views.open", { trigger_id, view: nameless })).toMatchObject({ ok: false });
    expect(await stage.call("views.open", { trigger_id, view: form })).toMatchObject({ ok: true });
  });
});

it("refuses a wrong view with pointers into it, opens nothing, and keeps the complaint", async () => {
  const stage = await setStage({ refused: true });
  const answer = await openModal(stage, modal([textInput("Name", { max_length: 4000 })]));
  expect(answer).toMatchObject({ ok: false, error: "invalid_arguments" });
  expect(answer.response_metadata.messages[0]).toMatch(
    /^\[ERROR\] .+ \[json-pointer:\/view\/blocks\/0\/element\/max_length\]$/,
  );
  expect(stage.ana.modal).toBeUndefined();
  expect(stage.slack.complaints).toMatchObject([
    { kind: "views.open", pointer: "/view/blocks/0/element/max_length" },
  ]);
});

it("shows a view as Slack does: ids, hash, stack and installation", async () => {
  const stage = await setStage();
  const { view } = await openModal(stage, { ...form, private_metadata: "m", notify_on_close: true });
  expect(view).toMatchObject({
    id: expect.stringMatching(/^V[A-Z0-9]{10}$/),
    team_id: "T0ACME",
    app_id: "A0SANDBOX",
    app_installed_team_id: "T0ACME",
    bot_id: "B0APPBOT",
    root_view_id: view.id,
    previous_view_id: null,
    private_metadata: "m",
    callback_id: "form",
    external_id: "",
    notify_on_close: true,
    clear_on_close: false,
    state: { values: { name: { value: { type: "plain_text_input", value: null } } } },
  });
  expect(view.hash).toMatch(/^\d+\.[a-z0-9]{8}$/);
});

describe("views.update", () => {
  it("gives a new hash, and refuses an old one", async () => {
    const stage = await setStage();
    const { view } = await openModal(stage, form);
    const updated = await stage.call("views.update", { view_id: view.id, hash: view.hash, view: form });
    expect(updated.view.id).toBe(view.id);
    expect(updated.view.hash).not.toBe(view.hash);
    expect(await stage.call("views.update", { view_id: view.id, hash: view.hash, view: form })).toEqual({
      ok: false,
      error: "hash_conflict",
    });
    expect(await stage.call("views.update", { view_id: view.id, view: form })).toMatchObject({ ok: true });
  });

  it("finds a view by its external id, and no view that is closed", async () => {
    const stage = await setStage();
    const { view } = await openModal(stage, { ...form, external_id: "mine" });
    expect(await stage.call("views.update", { external_id: "mine", view: form })).toMatchObject({ ok: true });
    await stage.ana.closes();
    expect(await stage.call("views.update", { view_id: view.id, view: form })).toEqual({
      ok: false,
      error: "not_found",
    });
  });

  it("keeps what was typed only where block_id, action_id and type are unchanged", async () => {
    const stage = await setStage();
    const { view } = await openModal(
      stage,
      modal([textInput("Kept"), textInput("Block"), textInput("Action"), textInput("Type")]),
    );
    await stage.ana.fills({ Kept: "a", Block: "b", Action: "c", Type: "1" });
    await stage.call("views.update", {
      view_id: view.id,
      view: modal([
        textInput("Kept", { initial_value: "not this" }),
        { ...textInput("Block"), block_id: "other" },
        textInput("Action", { action_id: "other", initial_value: "new" }),
        textInput("Type", { type: "number_input", is_decimal_allowed: false }),
      ]),
    });
    expect(stage.ana.modal?.values).toEqual({ Kept: "a", Block: undefined, Action: "new", Type: undefined });
  });
});

describe("the stack", () => {
  it("holds three views that know their root and the one below", async () => {
    const stage = await setStage();
    const titled = (title: string) => modal([actions(button("Deeper"))], { title: plain(title) });
    const answers: { ok: boolean; error?: string; view: Record<string, unknown> }[] = [];
    stage.app.on("block_actions", async ({ trigger_id }) => {
      answers.push(
        await stage.call("views.push", { trigger_id, view: titled(`Level ${answers.length + 2}`) }),
      );
      return undefined;
    });
    const { view: root } = await openModal(stage, titled("Level 1"));
    for (let press = 0; press < 3; press++) await stage.ana.presses("Deeper");
    const [second, third, fourth] = answers;
    expect(second?.view).toMatchObject({ root_view_id: root.id, previous_view_id: root.id });
    expect(third?.view).toMatchObject({ root_view_id: root.id, previous_view_id: second?.view.id });
    expect(fourth).toEqual({ ok: false, error: "push_limit_reached" });
    expect(stage.ana.modal?.title).toBe("Level 3");
    await stage.ana.closes();
    expect(stage.ana.modal?.title).toBe("Level 2");
    await stage.ana.closes({ all: true });
    expect(stage.ana.modal).toBeUndefined();
  });

  it("cannot be pushed onto when no modal is open", async () => {
    const stage = await setStage();
    await stage.ana.types("/icp new");
    const { trigger_id } = stage.app.last("command");
    expect(await stage.call("views.push", { trigger_id, view: form })).toEqual({
      ok: false,
      error: "not_found",
    });
  });
});

it("shows a home that the app publishes, and tells the app when it is opened", async () => {
  const stage = await setStage();
  const view = { type: "home", blocks: [section("Welcome"), actions(button("Start"))] };
  stage.app.on("event", async ({ event }) => {
    await stage.call("views.publish", { user_id: event.user, view });
    return undefined;
  });
  await stage.ana.opensHome();
  await stage.ana.sees("Welcome");
  await stage.ana.presses("Start");
  expect(stage.app.last("event")).toMatchObject({
    type: "event_callback",
    team_id: "T0ACME",
    event: { type: "app_home_opened", user: "U0ANA", tab: "home" },
  });
  expect(stage.app.last("block_actions")).toMatchObject({
    container: { type: "view" },
    view: { type: "home" },
  });
});
