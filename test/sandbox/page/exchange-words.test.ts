import { describe, expect, it } from "vitest";
import { fareOf, paceOf } from "../../../src/sandbox/page/inspector/fares.ts";
import { passes } from "../../../src/sandbox/page/inspector/filter.ts";
import { verdictOn } from "../../../src/sandbox/page/inspector/verdict.ts";
import type { ExchangeDetail } from "../../../src/sandbox/server/protocol.ts";

describe("an exchange in a row", () => {
  it("waits, answers, fails or stays without an answer", () => {
    expect(fareOf(exchange({ isPending: true, status: 0 }))).toEqual({ kind: "pending", words: "waiting" });
    expect(fareOf(exchange())).toEqual({ kind: "good", words: "200" });
    expect(fareOf(exchange({ error: "expired_trigger_id" }))).toEqual({
      kind: "bad",
      words: "expired_trigger_id",
    });
    expect(fareOf(exchange({ status: 500 }))).toEqual({ kind: "bad", words: "500" });
    expect(fareOf(exchange({ status: 0 }))).toEqual({ kind: "bad", words: "no answer" });
  });

  it("says in words that an ack took longer than Slack waits", () => {
    expect(paceOf(exchange({ ackMs: 41.6 }))).toEqual({ isSlow: false, words: "42 ms" });
    expect(paceOf(exchange({ ackMs: 1450 }))).toEqual({ isSlow: true, words: "1.4 s" });
    expect(paceOf(exchange({ ackMs: 3001 }))).toEqual({
      isSlow: true,
      words: "3.0 s, over the 3 s that Slack waits",
    });
    expect(paceOf(exchange({ ackMs: 3400, direction: "from-app" }))).toEqual({
      isSlow: true,
      words: "3.4 s",
    });
    expect(paceOf(exchange({ isPending: true }))).toEqual({ isSlow: false, words: "" });
  });

  it("passes the filters that name it", () => {
    expect(passes(exchange(), "to-app")).toBe(true);
    expect(passes(exchange(), "from-app")).toBe(false);
    expect(passes(exchange(), "complaints")).toBe(false);
    expect(passes(exchange({ complaints: 1 }), "complaints")).toBe(true);
  });
});

describe("the verdict on an exchange", () => {
  const found = [{ pointer: "/view/title/text", message: "is 30 long; at most 24" }];

  it("explains why a view did not come", () => {
    const refused = exchange({
      direction: "from-app",
      kind: "views.open",
      error: "invalid_arguments",
      found,
    });

    expect(verdictOn(refused)).toBe(
      "Slack refuses this view with “invalid_arguments”, so nobody sees it. It is wrong in one place:",
    );
  });

  it("counts the places in an answer", () => {
    expect(verdictOn(exchange({ found: [...found, ...found] }))).toBe(
      "Slack refuses this answer, so nobody sees it. It is wrong in 2 places:",
    );
  });

  it("has nothing to say of what went well or still waits", () => {
    expect(verdictOn(exchange())).toBeUndefined();
    expect(verdictOn(exchange({ isPending: true, status: 0 }))).toBeUndefined();
  });

  it("names an error without complaints", () => {
    expect(verdictOn(exchange({ error: "expired_trigger_id" }))).toBe(
      "Slack refuses this with “expired_trigger_id”.",
    );
    expect(verdictOn(exchange({ status: 0 }))).toBe("No answer came.");
    expect(verdictOn(exchange({ status: 429 }))).toBe("Answered with HTTP 429.");
  });
});

function exchange(more: Partial<ExchangeDetail> = {}): ExchangeDetail {
  return {
    id: 1,
    at: 0,
    direction: "to-app",
    kind: "command",
    about: "/icp list",
    isPending: false,
    status: 200,
    ackMs: 12,
    complaints: 0,
    payload: {},
    response: {},
    found: [],
    ...more,
  };
}
