import { afterEach, expect, it, vi } from "vitest";
import { actions, button, input, modal, option, plain, section, textInput } from "./block-kit.ts";
import { openModal, setStage } from "./stage.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("draws a channel, a modal and Slack's banners as text", async () => {
  const stage = await setStage();
  await stage.call("chat.postMessage", {
    channel: "C0GENERAL",
    text: "x",
    blocks: [
      { type: "header", block_id: "h", text: plain("1 profile") },
      {
        type: "section",
        block_id: "s",
        text: { type: "mrkdwn", text: "By <@U0ANA> on <!date^1777629600^{date}|1 May 2026> &lt;3" },
        accessory: button("Details"),
      },
      { type: "context", block_id: "c", elements: [plain("Active"), plain("10 a day")] },
      {
        type: "rich_text",
        block_id: "r",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: "Plain <words> of &amp; people" }] },
        ],
      },
    ],
  });
  await openModal(
    stage,
    modal([
      textInput("Name", { placeholder: plain("Enterprise SaaS") }, { hint: plain("Up to 100 characters.") }),
      input(
        "Sizes",
        { type: "multi_static_select", options: [option("1-10")], initial_options: [option("1-10")] },
        { optional: true },
      ),
      input(
        "Active",
        {
          type: "checkboxes",
          options: [option("Generate"), option("Notify")],
          initial_options: [option("Generate")],
        },
        { optional: true },
      ),
      actions(button("Help")),
    ]),
  );
  await stage.ana.saves();
  await stage.ana.types("/other");
  expect(stage.ana.screen()).toBe(
    `
#general
ICP Profiles
  # 1 profile
  By @Ana Ruiz on 1 May 2026 <3
  [Details]
  Active · 10 a day
  Plain <words> of &amp; people
══ New profile
  Name
    > (Enterprise SaaS)
    Up to 100 characters.
    ✗ This is a required field
  Sizes (optional)
    > {1-10}
  Active (optional)
    [x] Generate
    [ ] Notify
  [Help]
  [Cancel] [Save]
⚠ /other is not a valid command.`.trim(),
  );
});

it("waits until the words come", async () => {
  const { ana, call } = await setStage();
  const seen = ana.sees("good news");
  await call("chat.postMessage", { channel: "C0GENERAL", text: "good news" });
  await seen;
});

it("gives up with the screen when nothing comes", async () => {
  const { ana, call } = await setStage();
  await call("chat.postMessage", { channel: "C0GENERAL", text: "something else" });
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const missed = expect(ana.presses("Save")).rejects.toThrow(
    /Ana Ruiz finds no button called “Save”\. The screen:\n\n#general\nICP Profiles\n {2}something else/,
  );
  await vi.advanceTimersByTimeAsync(5000);
  await missed;
});

it("gives up with what was refused of late", async () => {
  const stage = await setStage({ refused: true });
  await openModal(stage, modal([textInput("Name", { max_length: 4000 })]));
  await stage.call("views.open", { trigger_id: "made-up", view: modal([]) });
  await stage.call("users.info", { user: "U0NOBODY" });
  expect(() => stage.ana.seesNot("general")).toThrow(
    /Lately refused:\n {2}views.open \/view\/blocks\/0\/element\/max_length .+\n(.*\n)* {2}users.info user_not_found/,
  );
});

it("fails at once when words stand there that should not", async () => {
  const { ana, call } = await setStage();
  await call("chat.postMessage", { channel: "C0GENERAL", blocks: [section("a secret")], text: "x" });
  expect(() => ana.seesNot("a secret")).toThrow("Ana Ruiz sees “a secret”");
  ana.seesNot("another secret");
});

it("presses nothing under an open modal", async () => {
  const stage = await setStage();
  await stage.call("chat.postMessage", {
    channel: "C0GENERAL",
    text: "x",
    blocks: [actions(button("Under"))],
  });
  await openModal(stage, modal([textInput("Name")]));
  const pressed = stage.ana.presses("Under");
  expect(stage.app.count("block_actions")).toBe(0);
  await stage.ana.closes();
  await pressed;
  expect(stage.app.count("block_actions")).toBe(1);
});
