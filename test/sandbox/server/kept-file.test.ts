import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import { KeptFileError } from "../../../src/sandbox/server/kept-file.ts";
import { defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { actions, button, modal, option, plain, section, textInput } from "./block-kit.ts";
import { act, follow } from "./page-client.ts";
import { openModal, setStage } from "./stage.ts";

function newFile(): string {
  return join(temporaryFolder(), "sandbox", "slack.json");
}

it("keeps messages, what was chosen in them, homes, roles and installations, and nothing short-lived", async () => {
  const file = newFile();
  const before = await setStage({ file });
  const { slack, call, ana } = before;
  const menu = {
    type: "static_select",
    action_id: "show",
    placeholder: plain("Show"),
    options: [option("All")],
  };
  await call("chat.postMessage", { channel: "U0BEN", text: "To Ben" });
  await call("chat.postMessage", {
    channel: "C0GENERAL",
    text: "A card",
    blocks: [actions(button("Go"), menu)],
  });
  await call("chat.postEphemeral", { channel: "C0GENERAL", user: "U0ANA", text: "For Ana" });
  await call("views.publish", { user_id: "U0ANA", view: { type: "home", blocks: [section("Welcome")] } });
  await act(slack.url, { do: "writes", place: "C0GENERAL", text: "Mine" });
  await ana.chooses("Show", "All");
  await ana.in("sales").types("/invite @ICP Profiles");
  await ana.sees("was added to #sales by");
  ana.in("general");
  await act(slack.url, { do: "sets", lever: "role:U0BEN", to: "admin" });
  await openModal(before, modal([textInput("Name")]));
  await act(slack.url, { do: "sets", lever: "installed:T0ACME", to: "no" });
  await call("auth.test");
  const seen = (await follow(slack.url)).screen;
  const bens = (await follow(slack.url, "ben")).screen;
  await slack.close();

  const again = await createSlack({ file });
  onTestFinished(() => again.close());
  const now = (await follow(again.url)).screen;
  expect(seen.messages).toHaveLength(4);
  expect(now.messages).toEqual(seen.messages);
  expect((await follow(again.url, "ben")).screen.messages).toEqual(bens.messages);
  expect(now.scene).toEqual(seen.scene);
  expect(now.stack).toEqual([]);
  expect(await act(again.url, { do: "sets", lever: "installed:T0ACME", to: "yes" })).toEqual({});
  expect(again.person("ben").dms.map(({ text }) => text)).toEqual(["To Ben"]);
  const text = readFileSync(file, "utf8");
  for (const secret of ["xoxb-", "xapp-", "signing-secret", "/hooks/"]) expect(text).not.toContain(secret);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(join(file, ".."))).toEqual(["slack.json"]);
});

it("shows a home after a restart, and lets its buttons and those of old messages be used", async () => {
  const file = newFile();
  const { slack, call } = await setStage({ file });
  const blocks = [actions(button("Go"))];
  const { view } = await call("views.publish", { user_id: "U0ANA", view: { type: "home", blocks } });
  const metadata = { event_type: "card", event_payload: { profile: "prf_1" } };
  const card = { channel: "C0GENERAL", text: "A card", blocks, metadata };
  const { ts } = await call("chat.postMessage", card);
  await slack.close();
  const again = await setStage({ file });
  const press = { do: "uses", block: "do", action: "press-go" };
  expect(await act(again.slack.url, { ...press, on: { view: view.id } })).toEqual({});
  expect(await act(again.slack.url, { ...press, on: { channel: "C0GENERAL", ts } })).toEqual({});
  expect(again.app.count("block_actions")).toBe(2);
  expect(again.app.last("block_actions").message).toMatchObject({ ts, metadata });
  const { ts: next } = await again.call("chat.postMessage", { channel: "C0GENERAL", text: "Another" });
  expect(next).not.toBe(ts);
});

it("writes soon after a change, without being closed", async () => {
  const file = newFile();
  const { call } = await setStage({ file });
  await call("chat.postMessage", { channel: "C0GENERAL", text: "Hold on to this" });
  await vi.waitFor(
    () => expect(existsSync(file) && readFileSync(file, "utf8")).toContain("Hold on to this"),
    3000,
  );
});

it("passes over people and workspaces that are no longer there", async () => {
  const file = newFile();
  const { slack, call } = await setStage({ file });
  await call("chat.postMessage", { channel: "U0BEN", text: "To Ben" });
  await call("chat.postMessage", { channel: "C0GENERAL", text: "To all" });
  await call("views.publish", { user_id: "U0BEN", view: { type: "home", blocks: [section("Hi")] } });
  await slack.close();
  const seed = defaultSeed();
  seed.people = seed.people.filter(({ name }) => name !== "ben");
  const again = await createSlack({ file, seed });
  onTestFinished(() => again.close());
  expect((await follow(again.url)).screen.messages.map(({ text }) => text)).toEqual(["To all"]);
});

describe("a file that cannot be used", () => {
  it.each([
    [
      "is cut off",
      '{"version":1,"messages":[',
      "damaged",
      "is damaged, and nothing was changed in it. Move it away to begin afresh.",
    ],
    ["says something else", '{"version":1,"messages":"none"}', "damaged", "is damaged"],
    ["is empty", "", "damaged", "is damaged"],
    ["is of a newer version", '{"version":2}', "newer", "was written by a newer version of this sandbox."],
  ])("is refused when it %s, and stays as it is", async (_what, text, code, words) => {
    const file = newFile();
    mkdirSync(join(file, ".."));
    writeFileSync(file, text);
    const refused = await createSlack({ file }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(KeptFileError);
    expect(refused).toMatchObject({ code, message: expect.stringContaining(`${file} ${words}`) });
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("is refused when it is no file", async () => {
    const folder = temporaryFolder();
    await expect(createSlack({ file: folder })).rejects.toMatchObject({ code: "unreadable" });
  });

  it("is told on closing when it could not be written", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "in-the-way"), "");
    const file = join(folder, "in-the-way", "slack.json");
    await expect(createSlack({ file })).rejects.toMatchObject({ code: "unreadable" });
    const other = join(folder, "later", "slack.json");
    const slack = await createSlack({ file: other });
    writeFileSync(join(folder, "later"), "");
    slack.setRole("ben", "admin");
    await expect(slack.close()).rejects.toMatchObject({ code: "unwritable" });
  });
});
