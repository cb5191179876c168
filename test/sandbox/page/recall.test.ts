import { expect, it } from "vitest";
import type { Recall } from "../../../src/sandbox/page/place/recall.ts";
import { recall, remember } from "../../../src/sandbox/page/place/recall.ts";

const nothing: Recall = { sent: [], at: 0 };
const sent = ["/icp list", "/icp help", "/icp new"].reduce(remember, nothing);

/** The texts that the keys bring, one after the other; "·" where a key does nothing. */
function walk(from: Recall, text: string, ...keys: string[]): string[] {
  let [now, shown] = [from, text];
  return keys.map((key) => {
    const found = recall(now, shown, key);
    if (found === undefined) return "·";
    [now, shown] = [found.recall, found.text];
    return shown;
  });
}

it("brings the last command back, then the ones before it", () => {
  expect(walk(sent, "", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")).toEqual([
    "/icp new",
    "/icp help",
    "/icp list",
    "·",
  ]);
});

it("leads forth again to the empty composer", () => {
  expect(walk(sent, "", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown")).toEqual([
    "/icp new",
    "/icp help",
    "/icp new",
    "",
    "·",
  ]);
});

it("never overwrites what somebody is typing", () => {
  expect(walk(sent, "half a thought", "ArrowUp")).toEqual(["·"]);
  expect(walk({ ...sent, at: 1 }, "/icp help, changed", "ArrowUp")).toEqual(["·"]);
});

it("has nothing to bring back where nothing was sent, and for other keys", () => {
  expect(walk(nothing, "", "ArrowUp", "ArrowDown")).toEqual(["·", "·"]);
  expect(walk(sent, "", "Home")).toEqual(["·"]);
});

it("remembers commands, not chatter, and a repeated one once", () => {
  const { sent: kept } = ["hello", "/icp list"].reduce(remember, sent);

  expect(kept).toEqual(["/icp help", "/icp new", "/icp list"]);
});
