import { describe, expect, it } from "vitest";
import { actions, button, section } from "./block-kit.ts";
import type { Stage } from "./stage.ts";
import { respond, setStage } from "./stage.ts";

async function fromCommand(stage: Stage): Promise<string> {
  await stage.ana.types("/icp list");
  return stage.app.last("command").response_url;
}

async function fromPress(stage: Stage): Promise<string> {
  const blocks = [section("The card"), actions(button("Details"))];
  await stage.call("chat.postMessage", { channel: "C0GENERAL", text: "The card", blocks });
  await stage.ana.presses("Details");
  return stage.app.last("block_actions").response_url;
}

const drawn = (stage: Stage) => stage.ana.messages.map((message) => message.text);

describe("a response_url", () => {
  it("answers the person alone unless told otherwise", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    expect(await respond(url, { text: "for you" })).toEqual({ status: 200, body: "ok" });
    await respond(url, { text: "for all", response_type: "in_channel" });
    expect(stage.ana.messages).toMatchObject([
      { text: "for you", onlyVisibleToYou: true },
      { text: "for all", onlyVisibleToYou: false },
    ]);
    stage.slack.person("ben").seesNot("for you");
  });

  it("works five times", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    for (let use = 1; use <= 5; use++) expect((await respond(url, { text: `use ${use}` })).status).toBe(200);
    expect(await respond(url, { text: "use 6" })).toEqual({
      status: 404,
      body: '{"ok":false,"error":"used_url"}',
    });
    stage.ana.seesNot("use 6");
  });

  it("works for thirty minutes", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    stage.pass(30 * 60_000);
    expect((await respond(url, { text: "in time" })).status).toBe(200);
    stage.pass(1);
    expect(await respond(url, { text: "too late" })).toEqual({
      status: 404,
      body: '{"ok":false,"error":"expired_url"}',
    });
  });

  it("cannot be guessed", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    expect((await respond(`${url.slice(0, -1)}!`, { text: "x" })).status).toBe(404);
  });

  it("refuses what Slack refuses, without spending a use", async () => {
    const stage = await setStage({ refused: true });
    const url = await fromCommand(stage);
    const wrong = { text: "x", blocks: [section("x".repeat(3001))] };
    expect(await respond(url, wrong)).toEqual({ status: 400, body: '{"ok":false,"error":"invalid_blocks"}' });
    expect(stage.slack.complaints).toMatchObject([{ kind: "response_url", pointer: "/blocks/0/text/text" }]);
    for (let use = 1; use <= 5; use++) expect((await respond(url, { text: "fine" })).status).toBe(200);
  });

  it("can be made to fail", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    stage.slack.failNext("response_url", { status: 500 });
    expect((await respond(url, { text: "x" })).status).toBe(500);
    expect((await respond(url, { text: "x" })).status).toBe(200);
  });
});

describe("from a command", () => {
  it("cannot replace what was said before", async () => {
    const stage = await setStage();
    const url = await fromCommand(stage);
    await respond(url, { text: "first" });
    await respond(url, { text: "second", replace_original: true });
    expect(drawn(stage)).toEqual(["first", "second"]);
  });
});

describe("from a press on a message", () => {
  it("replaces the message in its place", async () => {
    const stage = await setStage();
    const url = await fromPress(stage);
    const before = stage.ana.messages[0]?.ts;
    await respond(url, { text: "replaced", replace_original: true });
    expect(stage.ana.messages).toMatchObject([
      { text: "replaced", ts: before, edited: true, onlyVisibleToYou: false },
    ]);
  });

  it("overwrites the message when nothing is said, and adds one when replace_original is false", async () => {
    const stage = await setStage();
    const url = await fromPress(stage);
    await respond(url, { text: "added", replace_original: false });
    expect(drawn(stage)).toEqual(["The card", "added"]);
    await respond(url, { text: "overwritten" });
    expect(drawn(stage)).toEqual(["overwritten", "added"]);
  });

  it("deletes the message", async () => {
    const stage = await setStage();
    const url = await fromPress(stage);
    await respond(url, { delete_original: true });
    expect(drawn(stage)).toEqual([]);
  });

  it("keeps what was chosen in a menu only where its ids are unchanged", async () => {
    const stage = await setStage();
    const menu = (block_id: string) => ({
      ...actions({
        type: "static_select",
        action_id: "show",
        placeholder: { type: "plain_text", text: "Show" },
        options: ["All", "Paused"].map((text) => ({ text: { type: "plain_text", text }, value: text })),
      }),
      block_id,
    });
    await stage.call("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks: [menu("a")] });
    await stage.ana.chooses("Show", "Paused");
    const payload = stage.app.last("block_actions");
    expect(payload.actions[0]).toMatchObject({ type: "static_select", selected_option: { value: "Paused" } });
    await respond(payload.response_url, { text: "x", blocks: [menu("a")], replace_original: true });
    await stage.ana.sees("> Paused");
    await respond(payload.response_url, { text: "x", blocks: [menu("b")], replace_original: true });
    await stage.ana.sees("> (Show)");
  });
});
