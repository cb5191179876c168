import { expect, it } from "vitest";
import { actions, button, section } from "./block-kit.ts";
import { setStage } from "./stage.ts";

it("posts where the bot is a member, by id or by name, and nowhere else", async () => {
  const { call, ana } = await setStage();
  expect(await call("chat.postMessage", { channel: "C0GENERAL", text: "one" })).toMatchObject({
    ok: true,
    channel: "C0GENERAL",
    message: { type: "message", text: "one", bot_id: "B0APPBOT" },
  });
  expect(await call("chat.postMessage", { channel: "#general", text: "two" })).toMatchObject({ ok: true });
  expect(await call("chat.postMessage", { channel: "C0SALES", text: "x" })).toEqual({
    ok: false,
    error: "not_in_channel",
  });
  expect(await call("chat.postMessage", { channel: "C0NOWHERE", text: "x" })).toEqual({
    ok: false,
    error: "channel_not_found",
  });
  expect(await call("chat.postMessage", { channel: "C0BETAGENERAL", text: "x" })).toEqual({
    ok: false,
    error: "channel_not_found",
  });
  expect(await call("chat.postMessage", { channel: "C0GENERAL" })).toEqual({ ok: false, error: "no_text" });
  expect(ana.messages.map((message) => message.text)).toEqual(["one", "two"]);
});

it("opens the DM with a person when posted to their id", async () => {
  const { call, ana, slack, app } = await setStage();
  const posted = await call("chat.postMessage", {
    channel: "U0ANA",
    text: "psst",
    blocks: [section("Just for Ana"), actions(button("Allow"))],
  });
  expect(posted.channel).toMatch(/^D/);
  await ana.sees("Just for Ana");
  expect(ana.dms.map((message) => message.text)).toEqual(["psst"]);
  slack.person("ben").seesNot("Just for Ana");
  await ana.presses("Allow");
  expect(app.last("block_actions")).toMatchObject({ channel: { id: posted.channel, name: "directmessage" } });
});

it("shows an ephemeral message to its one person, who must be in the channel", async () => {
  const { call, ana, slack } = await setStage();
  expect(
    await call("chat.postEphemeral", { channel: "C0GENERAL", user: "U0ANA", text: "secret" }),
  ).toMatchObject({ ok: true });
  await ana.sees("Only visible to you");
  slack.person("ben").seesNot("secret");
  expect(await call("chat.postEphemeral", { channel: "C0PARTNERS", user: "U0GUS", text: "x" })).toEqual({
    ok: false,
    error: "user_not_in_channel",
  });
});

it("updates its own messages, and no ephemeral ones", async () => {
  const { call, ana } = await setStage();
  const { ts } = await call("chat.postMessage", { channel: "C0GENERAL", text: "before" });
  expect(await call("chat.update", { channel: "C0GENERAL", ts, text: "after" })).toMatchObject({
    ok: true,
    ts,
  });
  expect(ana.messages).toMatchObject([{ text: "after", ts, edited: true }]);
  const { message_ts } = await call("chat.postEphemeral", {
    channel: "C0GENERAL",
    user: "U0ANA",
    text: "secret",
  });
  expect(await call("chat.update", { channel: "C0GENERAL", ts: message_ts, text: "x" })).toEqual({
    ok: false,
    error: "message_not_found",
  });
});

it("refuses wrong blocks with a pointer and posts nothing", async () => {
  const { call, ana, slack } = await setStage({ refused: true });
  const answer = await call("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks: [section("")] });
  expect(answer).toMatchObject({ ok: false, error: "invalid_blocks" });
  expect(answer.response_metadata.messages[0]).toContain("[json-pointer:/blocks/0/text/text]");
  expect(ana.messages).toEqual([]);
  expect(slack.complaints).toMatchObject([{ kind: "chat.postMessage" }]);
});

it("lets guests see only the channels they are in", async () => {
  const { slack } = await setStage();
  expect(() => slack.person("gus").goesTo("sales")).toThrow(
    "Gus Lind cannot open #sales. They can open: #general.",
  );
});
