import { describe, expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { actions, button, element, home, input, message, modal, option, plain, section } from "./make.ts";

const field = (block_id: string, more: Json = {}) => input(element("plain_text_input", more), { block_id });

describe("a message", () => {
  it("takes every argument it knows", () => {
    expect(
      judgeMessage({
        ...message(section()),
        channel: "C1",
        thread_ts: "1777629600.000100",
        response_type: "in_channel",
        replace_original: true,
        delete_original: false,
        unfurl_links: false,
        unfurl_media: false,
        mrkdwn: true,
        metadata: { event_type: "profile_shared", event_payload: { id: 7, tags: ["a"] } },
      }),
    ).toEqual([]);
  });

  it("takes metadata with a plain name and an object", () => {
    const judged = (metadata: Json) => judgeMessage({ text: "Words", metadata });

    expect([
      judged({ event_type: "profile shared", event_payload: {} }),
      judged({ event_type: "e", event_payload: [] }),
      judged({ entities: [] }),
    ]).toEqual([
      [{ pointer: "/metadata/event_type", message: "must be letters, digits and underscores" }],
      [{ pointer: "/metadata/event_payload", message: "must be an object" }],
      [
        { pointer: "/metadata/event_type", message: "is required" },
        { pointer: "/metadata/event_payload", message: "is required" },
        { pointer: "/metadata/entities", message: "is not a field here" },
      ],
    ]);
  });

  it("needs no blocks", () => {
    expect(judgeMessage({ text: "Words" })).toEqual([]);
  });

  it("needs a text for those who hear it read, unless it deletes", () => {
    expect([
      judgeMessage({ blocks: [section()] }),
      judgeMessage({ delete_original: true }),
      judgeMessage({ delete_original: false }),
    ]).toEqual([
      [{ pointer: "/text", message: "is required" }],
      [],
      [{ pointer: "/text", message: "is required" }],
    ]);
  });

  it("refuses what it does not know", () => {
    expect(judgeMessage({ text: "Words", token: "t", attachments: [], response_type: "public" })).toEqual([
      { pointer: "/response_type", message: 'must be "ephemeral" or "in_channel"' },
      { pointer: "/token", message: "is not a field here" },
      { pointer: "/attachments", message: "is not a field here" },
    ]);
  });

  it.each(["replace_original", "delete_original", "unfurl_links", "unfurl_media", "mrkdwn"])(
    "takes %s as true or false only",
    (flag) => {
      expect(judgeMessage({ text: "Words", [flag]: "true" })).toEqual([
        { pointer: `/${flag}`, message: "must be true or false" },
      ]);
    },
  );

  it.each(["channel", "thread_ts", "text"])("takes %s as a string only", (name) => {
    expect(judgeMessage({ text: "Words", [name]: 7 })).toEqual([
      { pointer: `/${name}`, message: "must be a string" },
    ]);
  });
});

describe("a modal", () => {
  it("takes every field it knows", () => {
    expect(
      judgeModal({
        ...modal(section()),
        close: plain("Cancel"),
        private_metadata: "",
        external_id: "e",
        notify_on_close: true,
        clear_on_close: false,
        submit_disabled: false,
      }),
    ).toEqual([]);
  });

  it("needs a type, a title, a callback_id and blocks", () => {
    expect(judgeModal({})).toEqual(
      ["type", "blocks", "callback_id", "title"].map((name) => ({
        pointer: `/${name}`,
        message: "is required",
      })),
    );
  });

  it("needs submit when there is an input block", () => {
    expect([
      judgeModal({ ...modal(section()), submit: undefined }),
      judgeModal({ ...modal(section(), field("name")), submit: undefined }),
    ]).toEqual([[], [{ pointer: "/submit", message: "is required when there is an input block" }]]);
  });

  it("focuses one element on load", () => {
    const focused = { focus_on_load: true };

    expect([
      judgeModal(modal(field("a", focused), field("b", { focus_on_load: false }))),
      judgeModal(
        modal(
          field("a", focused),
          field("b", focused),
          section({ accessory: element("static_select", { ...focused, options: [option()] }) }),
          actions(element("users_select", focused)),
        ),
      ),
    ]).toEqual([
      [],
      ["/blocks/1/element", "/blocks/2/accessory", "/blocks/3/elements/0"].map((pointer) => ({
        pointer: `${pointer}/focus_on_load`,
        message: "is set on an earlier element too",
      })),
    ]);
  });

  it.each(["notify_on_close", "clear_on_close", "submit_disabled"])(
    "takes %s as true or false only",
    (flag) => {
      expect(judgeModal({ ...modal(section()), [flag]: 1 })).toEqual([
        { pointer: `/${flag}`, message: "must be true or false" },
      ]);
    },
  );

  it("is no home", () => {
    expect(judgeModal({ ...modal(section()), type: "home" })).toEqual([
      { pointer: "/type", message: 'must be "modal"' },
    ]);
  });

  it("hears of repeated ids even while something else is wrong", () => {
    expect(judgeModal({ ...modal(section(), actions(button()), section()), title: plain("") })).toEqual([
      { pointer: "/title/text", message: "must not be empty" },
      { pointer: "/blocks/2/block_id", message: "is the block_id of an earlier block too" },
    ]);
  });
});

describe("a home", () => {
  it("takes type, blocks, private_metadata, callback_id and external_id", () => {
    expect(
      judgeHome({ ...home(section()), private_metadata: "m", callback_id: "home", external_id: "e" }),
    ).toEqual([]);
  });

  it.each(["title", "submit", "close", "notify_on_close", "clear_on_close", "submit_disabled"])(
    "refuses %s",
    (name) => {
      expect(judgeHome({ ...home(section()), [name]: plain() })).toEqual([
        { pointer: `/${name}`, message: "is not a field here" },
      ]);
    },
  );
});
