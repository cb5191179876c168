import { describe, expect, it } from "vitest";
import { printSlackDate } from "../../../src/sandbox/page/kit/slack-date.ts";

const now = Date.UTC(2026, 4, 19, 9, 20, 5);
const seconds = now / 1000;

function print(format: string, at = 0, zone = "UTC") {
  // Node's Intl sets a narrow space before AM.
  return printSlackDate({ timestamp: seconds + at, format, fallback: "fallback" }, { now, zone }).replaceAll(
    "\u202f",
    " ",
  );
}

describe("a date in Slack's notation", () => {
  it.each([
    ["{date_num}", "2026-05-19"],
    ["{date}", "May 19th, 2026"],
    ["{date_short}", "May 19, 2026"],
    ["{date_long}", "Tuesday, May 19th, 2026"],
    ["{date_short_pretty} at {time}", "Today at 9:20 AM"],
    ["as of {date_pretty}", "As of today"],
    ["\u200b{date_pretty}", "\u200btoday"],
    ["{time_secs}", "9:20:05 AM"],
    ["{ago}", "In 0 seconds"],
  ])("prints %s as “%s”", (format, words) => {
    expect(print(format)).toBe(words);
  });

  it("knows the days around today, and no others, by name", () => {
    const day = 86_400;
    expect([-2, -1, 1, 2].map((days) => print("{date_short_pretty}", days * day))).toEqual([
      "May 17, 2026",
      "Yesterday",
      "Tomorrow",
      "May 21, 2026",
    ]);
  });

  it("reckons the day in the viewer's zone", () => {
    const lateInBerlin = 13 * 3600;
    expect(print("{date_short_pretty} at {time}", lateInBerlin, "UTC")).toBe("Today at 10:20 PM");
    expect(print("{date_short_pretty} at {time}", lateInBerlin, "Europe/Berlin")).toBe(
      "Tomorrow at 12:20 AM",
    );
  });

  it.each([
    ["1st", 1],
    ["2nd", 2],
    ["3rd", 3],
    ["11th", 11],
    ["12th", 12],
    ["23rd", 23],
  ])("says %s", (words, day) => {
    expect(print("{date}", (day - 19) * 86_400)).toBe(`May ${words}, 2026`);
  });

  it("tells how long ago", () => {
    expect([-90, -7200, 3 * 86_400].map((at) => print("{ago}", at))).toEqual([
      "1 minute ago",
      "2 hours ago",
      "In 3 days",
    ]);
  });

  it("falls back where it cannot read the format or the moment", () => {
    expect(print("{date_round}")).toBe("fallback");
    expect(print("{time}", 1e15)).toBe("fallback");
  });
});
