import { describe, expect, it } from "vitest";
import { fromLocalMoment, toLocalMoment } from "../../../src/sandbox/page/kit/moments.ts";
import { mayBeNumber } from "../../../src/sandbox/page/kit/number-typing.ts";
import { toRichText, wordsOf } from "../../../src/sandbox/page/kit/rich-words.ts";

describe("a number field", () => {
  it.each(["", "-", "-0,7", "0.", "12", "0,7", ".5"])("takes “%s”, with decimals", (text) => {
    expect(mayBeNumber(text, { is_decimal_allowed: true })).toBe(true);
  });

  it.each(["1e3", "a", "1.2.3", "--1", "1 2", "½"])("takes no “%s”", (text) => {
    expect(mayBeNumber(text, { is_decimal_allowed: true })).toBe(false);
  });

  it("takes whole numbers only where the app wants these", () => {
    expect(["10", "1.5", "1,5"].map((text) => mayBeNumber(text, { is_decimal_allowed: false }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("takes no minus where nothing is below zero", () => {
    expect(
      ["0", "-5"].map((least) => mayBeNumber("-1", { is_decimal_allowed: true, min_value: least })),
    ).toEqual([false, true]);
  });
});

describe("a moment", () => {
  it("comes back as it was, to the minute", () => {
    const seconds = Math.floor(Date.UTC(2026, 4, 19, 9, 20) / 1000);
    expect(toLocalMoment(seconds)).toMatch(/^2026-05-\d\dT\d\d:\d\d$/);
    expect(fromLocalMoment(toLocalMoment(seconds))).toBe(seconds);
  });

  it("is empty where there is none", () => {
    expect([toLocalMoment(null), toLocalMoment(Number.NaN)]).toEqual(["", ""]);
    expect([fromLocalMoment(""), fromLocalMoment("half past")]).toEqual([null, null]);
  });
});

describe("rich text that is typed as plain", () => {
  it("comes back as it was", () => {
    expect(wordsOf(toRichText("a\nb"))).toBe("a\nb");
    expect([toRichText(""), wordsOf(null)]).toEqual([null, ""]);
  });

  it("keeps the words of a list", () => {
    const section = (text: string) => ({ type: "rich_text_section", elements: [{ type: "text", text }] });
    const list = { type: "rich_text_list", style: "bullet", elements: [section("one"), section("two")] };
    expect(wordsOf({ type: "rich_text", elements: [section("Both:"), list] })).toBe("Both:\none\ntwo");
  });
});
