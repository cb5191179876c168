import { expect, it, onTestFinished, vi } from "vitest";
import { actions, button, modal, option, plain, section, textInput } from "./block-kit.ts";
import { act, ask, follow } from "./page-client.ts";
import { noon, openModal, respond, setStage } from "./stage.ts";

const card = [section("A card"), actions(button("Details"))];

it("says everything at first, even where there is nothing", async () => {
  const { slack } = await setStage();
  const { patches, response } = await follow(slack.url);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(patches).toEqual([
    {
      scene: expect.objectContaining({ me: "U0ANA" }),
      messages: [],
      stack: [],
      home: null,
      toasts: [],
      exchanges: [],
      weather: { levers: expect.any(Array), strikes: expect.any(Array) },
      appState: { kind: "elsewhere", log: [] },
    },
  ]);
});

it("shows who and what there is, and what the person can open", async () => {
  const { slack } = await setStage();
  const { scene } = (await follow(slack.url)).screen;
  expect(scene.app).toMatchObject({ name: "ICP Profiles", botUserIds: ["U0APPBOT"] });
  expect(scene.app.shortcuts).toEqual([{ name: "New ICP profile", description: "" }]);
  expect(scene.workspaces.map(({ name, isInstalled }) => [name, isInstalled])).toEqual([
    ["Acme", true],
    ["Beta Freight", false],
  ]);
  expect(scene.people).toContainEqual({
    id: "U0GUS",
    name: "gus",
    realName: "Gus Lind",
    workspace: "T0ACME",
    role: "guest",
  });
  expect(scene.places.map(({ kind, name, isShared, hasApp }) => [kind, name, isShared, hasApp])).toEqual([
    ["app-home", "Home", false, true],
    ["app-messages", "Messages", false, true],
    ["public", "general", false, true],
    ["public", "sales", false, false],
    ["public", "partners", true, true],
  ]);
  const gus = (await follow(slack.url, "gus")).screen.scene.places;
  expect(gus.map(({ name }) => name)).toEqual(["Home", "Messages", "general"]);
  const eve = (await follow(slack.url, "eve")).screen.scene.places;
  expect(eve.map(({ name }) => name)).toEqual(["partners", "general"]);
});

it("then says only what changed, to those alone who see it", async () => {
  const { slack, call } = await setStage();
  const [ana, ben] = [await follow(slack.url), await follow(slack.url, "ben")];
  const { message_ts } = await call("chat.postEphemeral", {
    channel: "C0GENERAL",
    user: "U0BEN",
    text: "For Ben",
    blocks: card,
  });
  await ben.until(({ messages, exchanges }) => messages.length === 1 && exchanges[0]?.isPending === false);
  await ana.until(({ exchanges }) => exchanges[0]?.isPending === false);
  expect(ben.patches.slice(1).flatMap(({ messages = [] }) => messages)).toEqual([
    {
      key: `C0GENERAL/${message_ts}`,
      channel: "C0GENERAL",
      ts: message_ts,
      at: noon,
      author: { kind: "app" },
      onlyVisibleToYou: true,
      isEdited: false,
      text: "For Ben",
      blocks: [card[0], expect.objectContaining({ block_id: "do" })],
      values: {},
    },
  ]);
  for (const patch of [...ana.patches.slice(1), ...ben.patches.slice(1)]) {
    expect(["messages", "exchanges"]).toEqual(expect.arrayContaining(Object.keys(patch)));
  }
  expect(ana.patches.slice(1).flatMap((patch) => Object.keys(patch))).not.toContain("messages");
});

it("makes one event of the changes of one turn", async () => {
  const { slack } = await setStage();
  const line = await follow(slack.url);
  for (let count = 0; count < 20; count += 1) slack.setRole("ben", count % 2 === 0 ? "admin" : "guest");
  slack.setRole("gus", "member");
  await line.until(({ scene }) => scene.people.find(({ name }) => name === "gus")?.role === "member");
  expect(line.patches).toHaveLength(2);
});

it("says nothing of what is as it was", async () => {
  const { slack } = await setStage();
  const line = await follow(slack.url);
  slack.setRole("ben", "member");
  slack.refresh();
  await new Promise(setImmediate);
  slack.setRole("ben", "admin");
  await line.until(({ scene }) => scene.people.find(({ name }) => name === "ben")?.role === "admin");
  expect(line.patches.map((patch) => Object.keys(patch))).toEqual([expect.any(Array), ["scene", "weather"]]);
});

it("brings a message again when it was edited or chosen in, and says when it is gone", async () => {
  const { slack, call, app, ana } = await setStage();
  const menu = {
    type: "static_select",
    action_id: "show",
    placeholder: plain("Show"),
    options: [option("All")],
  };
  const { ts } = await call("chat.postMessage", { channel: "C0GENERAL", text: "A", blocks: [actions(menu)] });
  await call("chat.postMessage", { channel: "C0GENERAL", text: "Another", blocks: card });
  const line = await follow(slack.url);
  await call("chat.update", { channel: "C0GENERAL", ts, text: "B", blocks: [actions(menu)] });
  await line.until(({ messages }) => messages.some(({ text, isEdited }) => text === "B" && isEdited));
  await ana.chooses("Show", "All");
  await line.until(({ messages }) => messages.some(({ values }) => values.do?.show?.selected_option));
  await respond(app.last("block_actions").response_url, { delete_original: true });
  await line.until(({ messages }) => messages.length === 1);
  const later = line.patches.slice(1);
  expect(later.flatMap(({ messages = [] }) => messages.map(({ key }) => key))).toEqual([
    `C0GENERAL/${ts}`,
    `C0GENERAL/${ts}`,
  ]);
  expect(later.flatMap(({ gone = [] }) => gone)).toEqual([`C0GENERAL/${ts}`]);
});

it("takes a guest's channels away with what stands in them", async () => {
  const { slack, call } = await setStage();
  slack.seed.channels.find(({ name }) => name === "general")?.members.splice(2, 1);
  const { ts } = await call("chat.postMessage", { channel: "C0GENERAL", text: "For members" });
  const line = await follow(slack.url, "ben");
  slack.setRole("ben", "guest");
  await line.until(({ messages }) => messages.length === 0);
  expect(line.patches.flatMap(({ gone = [] }) => gone)).toEqual([`C0GENERAL/${ts}`]);
});

it("shows modals, the lowest first, and the home, as the app sent them and as they are filled", async () => {
  const stage = await setStage();
  const line = await follow(stage.slack.url);
  await stage.call("views.publish", {
    user_id: "U0ANA",
    view: { type: "home", blocks: [section("Welcome")] },
  });
  await openModal(stage, modal([textInput("Name", { initial_value: "x" })], { submit_disabled: undefined }));
  await line.until(({ stack, home }) => stack.length === 1 && home !== null);
  expect(line.screen.stack).toEqual([
    {
      id: expect.stringMatching(/^V/),
      hash: expect.any(String),
      title: "New profile",
      submit: "Save",
      close: "Cancel",
      isSubmitDisabled: false,
      blocks: [expect.objectContaining({ block_id: "name" })],
      values: { name: { value: { type: "plain_text_input", value: "x" } } },
      errors: {},
    },
  ]);
  expect(line.screen.home).toMatchObject({ blocks: [section("Welcome")], close: "Close" });
  await stage.ana.saves();
  await line.until(({ stack }) => stack.length === 0);
});

it("says everything anew to whoever connects again", async () => {
  const { slack, call } = await setStage();
  await call("chat.postMessage", { channel: "C0GENERAL", text: "Before" });
  const first = await follow(slack.url);
  first.hangUp();
  await call("chat.postMessage", { channel: "C0GENERAL", text: "Meanwhile" });
  const second = await follow(slack.url);
  expect(second.patches[0]?.messages?.map(({ text }) => text)).toEqual(["Before", "Meanwhile"]);
  expect(Object.keys(second.patches[0] ?? {})).toEqual(Object.keys(first.patches[0] ?? {}));
});

it("shows an exchange while it is pending, and again when it was answered", async () => {
  const { slack, app, ana } = await setStage();
  const answer = Promise.withResolvers<undefined>();
  app.on("command", () => answer.promise);
  const line = await follow(slack.url, "ben");
  const typed = ana.types("/icp list");
  const pending = await line.until(({ exchanges }) => exchanges.find(({ isPending }) => isPending));
  expect(pending).toMatchObject({
    direction: "to-app",
    kind: "command",
    about: "/icp list",
    person: "U0ANA",
    status: 0,
  });
  answer.resolve(undefined);
  await typed;
  expect(await line.until(({ exchanges }) => exchanges.find(({ isPending }) => !isPending))).toMatchObject({
    id: pending.id,
    status: 200,
    complaints: 0,
  });
});

it("shows an exchange in full when asked, and no token in it", async () => {
  const { slack, call, ana } = await setStage({ refused: true });
  await ana.types("/icp");
  await call("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks: [{ type: "nonsense" }] });
  const line = await follow(slack.url);
  const refused = line.screen.exchanges.at(-1);
  expect(refused).toMatchObject({ kind: "chat.postMessage", about: "C0GENERAL", error: "invalid_blocks" });
  const detail = await ask(slack.url, { path: `/sandbox/exchange?id=${refused?.id}` });
  expect(JSON.parse(detail.body)).toMatchObject({
    ...refused,
    payload: { channel: "C0GENERAL" },
    response: { ok: false },
    found: [{ pointer: "/blocks/0/type", message: expect.any(String) }],
  });
  expect(detail.body).not.toContain("xoxb-");
  expect((await ask(slack.url, { path: "/sandbox/exchange?id=999" })).status).toBe(404);
});

it("tells a person whose view Slack refuses why nothing comes", async () => {
  const stage = await setStage({ refused: true });
  const line = await follow(stage.slack.url);
  await openModal(stage, modal([{ type: "nonsense" }, { type: "nonsense" }]));
  await line.until(({ toasts }) => toasts.length === 1);
  expect(line.screen.toasts[0]?.text).toMatch(
    /^ICP Profiles tried to open a view that Slack refuses: \d+ complaints, see the inspector\.$/,
  );
  expect(stage.slack.person("ben").toasts).toEqual([]);
});

it("follows nobody who is not there", async () => {
  const { slack } = await setStage();
  const { status, body } = await ask(slack.url, { path: "/sandbox/live?as=nobody" });
  expect([status, JSON.parse(body)]).toEqual([
    404,
    { error: expect.stringContaining("Nobody here is called nobody") },
  ]);
});

it("beats while nothing happens, and looks then for what others changed", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  let value = "a";
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ];
  const lever = {
    id: "own",
    label: "Own",
    group: "Others",
    options,
    value: () => value,
    set: () => undefined,
  };
  const { slack } = await setStage({ levers: [lever] });
  const line = await follow(slack.url);
  value = "b";
  vi.advanceTimersByTime(15_000);
  await line.until(({ weather }) => weather.levers.find(({ id }) => id === "own")?.value === "b");
  expect(line.comments).toBe(1);
  line.hangUp();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
});

it("follows a long history quickly, and a change in it shortly", async () => {
  const { slack, call } = await setStage();
  const rows = Array.from({ length: 24 }, (_, at) => ({ ...section(`Row ${at}`), block_id: `row-${at}` }));
  for (let count = 0; count < 40; count += 1) {
    await call("chat.postMessage", { channel: "C0GENERAL", text: `Message ${count}`, blocks: rows });
  }
  const line = await follow(slack.url);
  expect(line.screen.messages).toHaveLength(40);
  await act(slack.url, { do: "writes", place: "C0GENERAL", text: "One more" });
  await line.until(({ messages }) => messages.length === 41);
  expect(JSON.stringify(line.patches.slice(1)).length).toBeLessThan(400);
});
