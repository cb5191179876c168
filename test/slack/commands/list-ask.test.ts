import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseListAsk, printListAsk } from "../../../src/slack/commands/list-ask.ts";
import { parseCommand } from "../../../src/slack/commands/parse-command.ts";
import type { ListAsk } from "../../../src/stores/profile-store.ts";
import { anyText } from "../../support/arbitraries.ts";

const ask = (words: string[], more: Partial<ListAsk> = {}): ListAsk => ({
  words,
  state: "all",
  page: 1,
  pageSize: 10,
  ...more,
});

it.each([
  ["", ask([])],
  ["fintech  DACH", ask(["fintech", "DACH"])],
  ["active", ask([], { state: "active" })],
  ["PAUSED", ask([], { state: "paused" })],
  ["page 2", ask([], { page: 2 })],
  ["Page 007", ask([], { page: 7 })],
  ["page 0", ask([])],
  ["page 1234567", ask(["page", "1234567"])],
  ["page -1", ask(["page", "-1"])],
  ["page two", ask(["page", "two"])],
  ["page", ask(["page"])],
  ["2", ask(["2"])],
  ["fintech active page 2", ask(["fintech"], { state: "active", page: 2 })],
  ["fintech page 2 active", ask(["fintech"], { state: "active", page: 2 })],
  ["active fintech", ask(["active", "fintech"])],
  ["active paused", ask(["active"], { state: "paused" })],
  ["page 3 page 2", ask(["page", "3"], { page: 2 })],
  ['"active"', ask(["active"])],
  ['"page" 2', ask(["page", "2"])],
  ['page "2"', ask(["page", "2"])],
  ['"VP Sales" "fintech"active', ask(["VP Sales", "fintech"], { state: "active" })],
  ['"" "  " x', ask(["x"])],
  ['"never closed', ask(["never", "closed"])],
  ['x"', ask(["x"])],
])("reads %j", (text, read) => {
  expect(parseListAsk(text)).toEqual(read);
});

it("searches for at most ten words of 120 characters in all, and still reads what follows them", () => {
  const eleven = Array.from({ length: 11 }, (_, index) => `word${index}`);
  expect(parseListAsk(`${eleven.join(" ")} active page 3`)).toEqual(
    ask(eleven.slice(0, 10), { state: "active", page: 3 }),
  );
  expect(parseListAsk(`x ${"🔥".repeat(100)} lost paused`)).toEqual(
    ask(["x", "🔥".repeat(59)], { state: "paused" }),
  );
});

describe("what is printed", () => {
  it("names the ask in few words", () => {
    expect(printListAsk(ask([]))).toBe("list");
    expect(printListAsk(ask(["VP Sales", "active"], { state: "active", page: 2 }))).toBe(
      'list "VP Sales" "active" active page 2',
    );
  });

  it("reads as the same ask, whatever was typed", () => {
    fc.assert(
      fc.property(anyAsk(), (asked) => {
        expect(parseListAsk(printListAsk(asked).replace(/^list ?/, ""))).toEqual(asked);
      }),
      { numRuns: 500 },
    );
  });

  it("reads as the same ask as a whole command", () => {
    fc.assert(
      fc.property(anyAsk(), (asked) => {
        const command = parseCommand(printListAsk(asked));
        expect(command).toMatchObject({ kind: "known", verb: "list" });
        expect(parseListAsk(command.rest)).toEqual(asked);
      }),
      { numRuns: 500 },
    );
  });

  it("fits the id of a block, with what names the block before it", () => {
    const words = Array.from({ length: 10 }, () => "x".repeat(12));
    const longest = parseListAsk(printListAsk(ask(words, { state: "paused", page: 999_999 })).slice(5));
    expect(longest).toEqual(ask(words, { state: "paused", page: 999_999 }));
    expect(printListAsk(longest).length).toBeLessThanOrEqual(200);
  });
});

it("reads any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { words, page } = parseListAsk(text);
      expect(words.join("").length).toBeLessThanOrEqual(120);
      expect(words.filter((word) => word === "" || word.includes('"'))).toEqual([]);
      expect(page).toBeGreaterThanOrEqual(1);
    }),
  );
});

/** An ask as people can make it; a button's command is not escaped as typed ones are, hence no "&". */
function anyAsk(): fc.Arbitrary<ListAsk> {
  const ending = fc.constantFrom("", " active", " page 7", " active page 2", " page 12 paused");
  const longWords = fc.constant("elevenchars ".repeat(10));
  return fc
    .tuple(fc.oneof(anyText, longWords), ending)
    .map(([text, end]) => parseCommand(`list ${text}${end}`))
    .map(({ rest }) => parseListAsk(rest));
}
