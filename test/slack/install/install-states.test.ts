import { expect, it } from "vitest";
import { createInstallStates } from "../../../src/slack/install/install-states.ts";

function setUp() {
  const clock = { ms: Date.parse("2026-05-19T12:00:00Z") };
  const open = (secret = "state-secret", isSecure = true) =>
    createInstallStates({ secret, isSecure, now: () => clock.ms });
  return { clock, open, states: open() };
}

/** What the browser sends back of a cookie that was set. */
const sentBack = (cookie: string) => ({ cookie: `other=1; ${cookie.split(";")[0]}` });

it("takes back a state in the browser that it was given to, once", () => {
  const { states } = setUp();
  const { state, cookie } = states.issue({});
  expect(states.take(state, {})).toBe(false);
  expect(states.take(state, sentBack(states.issue({}).cookie))).toBe(false);
  expect(states.take(state, sentBack(cookie))).toBe(true);
  expect(states.take(state, sentBack(cookie))).toBe(false);
});

it("keeps to a browser's cookie, so that two installs may be on their way in it", () => {
  const { states } = setUp();
  const one = states.issue({});
  const two = states.issue(sentBack(one.cookie));
  expect(two.cookie).toBe(one.cookie);
  expect(states.take(one.state, sentBack(two.cookie))).toBe(true);
  expect(states.take(two.state, sentBack(two.cookie))).toBe(true);
});

it("takes a state for ten minutes and no longer", () => {
  const { states, clock } = setUp();
  const early = states.issue({});
  const late = states.issue(sentBack(early.cookie));
  clock.ms += 10 * 60_000;
  expect(states.take(early.state, sentBack(early.cookie))).toBe(true);
  clock.ms += 1;
  expect(states.take(late.state, sentBack(late.cookie))).toBe(false);
});

it("takes no state of another process, of another secret, or that somebody made up", () => {
  const { states, open } = setUp();
  const { state, cookie } = states.issue({});
  const [expires, nonce, signature] = state.split(".");
  const forged = ["", "a.b.c", `${Number(expires) + 1}.${nonce}.${signature}`, `${expires}.x.${signature}`];
  for (const text of [...forged, `${expires}.${nonce}.`, `NaN.${nonce}.${signature}`]) {
    expect(states.take(text, sentBack(cookie))).toBe(false);
  }
  expect(open().take(state, sentBack(cookie))).toBe(false);
  expect(open("another").take(state, sentBack(cookie))).toBe(false);
});

it("sets a cookie that no script reads, that no other host sets, and that https alone carries", () => {
  const { open } = setUp();
  expect(open().issue({}).cookie).toMatch(
    /^__Host-icp-install=.*; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(open("state-secret", false).issue({}).cookie).not.toContain("Secure");
});
