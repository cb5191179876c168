import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/sandbox/page/kit/inline.ts";
import { parseMrkdwn } from "../../../src/sandbox/page/kit/parse-mrkdwn.ts";

const words = (text: string) => ({ kind: "text", text });

function lineOf(text: string, verbatim = false) {
  const passages = parseMrkdwn(text, { verbatim });
  expect(passages).toHaveLength(1);
  expect(passages[0]).toMatchObject({ kind: "lines" });
  return (passages[0] as Extract<Passage, { kind: "lines" }>).children;
}

describe("looks", () => {
  it("reads bold, italic, strike and code", () => {
    expect(lineOf("*b* _i_ ~s~ `c`")).toEqual([
      { kind: "bold", children: [words("b")] },
      words(" "),
      { kind: "italic", children: [words("i")] },
      words(" "),
      { kind: "strike", children: [words("s")] },
      words(" "),
      { kind: "code", text: "c" },
    ]);
  });

  it("reads one look within another", () => {
    expect(lineOf("*a _b_*")).toEqual([
      { kind: "bold", children: [words("a "), { kind: "italic", children: [words("b")] }] },
    ]);
  });

  it.each(["2 * 3 * 4", "snake_case_name", "* no*", "*no *", "**", "a*b*c", "~", "*open"])(
    "leaves “%s” as it is",
    (text) => {
      expect(lineOf(text)).toEqual([words(text)]);
    },
  );

  it("ends a look with its line", () => {
    expect(lineOf("*a\nb*")).toEqual([words("*a\nb*")]);
  });

  it("parses nothing inside code, entities apart", () => {
    expect(lineOf("`*a* &lt;b&gt; :fire:`")).toEqual([{ kind: "code", text: "*a* <b> :fire:" }]);
  });

  it("finds the end of a bold word behind a link that holds a star", () => {
    expect(lineOf("*<https://a.example/*|x>*")).toEqual([
      { kind: "bold", children: [{ kind: "link", url: "https://a.example/*", text: "x" }] },
    ]);
  });
});

describe("passages", () => {
  it("sets quotes and preformatted text apart from the lines around them", () => {
    expect(parseMrkdwn("a\n> b\n&gt; c\nd\n```\n*e* &amp; f\n```\ng")).toEqual([
      { kind: "lines", children: [words("a")] },
      { kind: "quote", children: [words("b\nc")] },
      { kind: "lines", children: [words("d")] },
      { kind: "preformatted", text: "*e* & f" },
      { kind: "lines", children: [words("g")] },
    ]);
  });

  it("quotes all that follows >>>", () => {
    expect(parseMrkdwn("a\n>>>b\nc")).toEqual([
      { kind: "lines", children: [words("a")] },
      { kind: "quote", children: [words("b\nc")] },
    ]);
  });
});

describe("what stands in brackets", () => {
  it.each([
    [
      "<https://a.example/?x=1&amp;y=2|here>",
      { kind: "link", url: "https://a.example/?x=1&y=2", text: "here" },
    ],
    ["<mailto:ana@a.example>", { kind: "link", url: "mailto:ana@a.example", text: "ana@a.example" }],
    ["<@U0ANA>", { kind: "user", id: "U0ANA", label: "" }],
    ["<#C1|general>", { kind: "channel", id: "C1", label: "general" }],
    ["<!subteam^S1|@sales>", { kind: "usergroup", id: "S1", label: "@sales" }],
    ["<!here>", { kind: "broadcast", range: "here" }],
    ["<!channel|channel>", { kind: "broadcast", range: "channel" }],
    [
      "<!date^1777629600^{date_short_pretty} at {time}^https://a.example|1 May>",
      {
        kind: "date",
        timestamp: 1_777_629_600,
        format: "{date_short_pretty} at {time}",
        url: "https://a.example",
        fallback: "1 May",
      },
    ],
  ])("reads %s", (text, inline) => {
    expect(lineOf(text)).toEqual([inline]);
  });

  it.each(["<javascript:alert(1)|x>", "<data:text/html,x>", "<script>", "<>", "<!nobody>", "a < b"])(
    "shows “%s” as words, for it leads nowhere",
    (text) => {
      expect(lineOf(text)).toEqual([words(text)]);
    },
  );
});

describe("of its own accord", () => {
  it("links a bare address without the full stop behind it", () => {
    expect(lineOf("See https://a.example/b?c=d&amp;e. Now")).toEqual([
      words("See "),
      { kind: "link", url: "https://a.example/b?c=d&e", text: "https://a.example/b?c=d&e" },
      words(". Now"),
    ]);
  });

  it("finds @here and #channel", () => {
    expect(lineOf("@here in #general, not a@here")).toEqual([
      { kind: "broadcast", range: "here" },
      words(" in "),
      { kind: "channel-name", name: "general" },
      words(", not a@here"),
    ]);
  });

  it("does nothing of that where verbatim is set", () => {
    const text = "@here https://a.example #general";
    expect(lineOf(text, true)).toEqual([words(text)]);
  });

  it("knows common emoji and leaves the others", () => {
    expect(lineOf(":tada: :nope: 10:30:00")).toEqual([
      { kind: "emoji", name: "tada" },
      words(" :nope: 10:30:00"),
    ]);
  });

  it("undoes the three entities once", () => {
    expect(lineOf("&lt;b&gt; &amp;amp; &quot;")).toEqual([words("<b> &amp; &quot;")]);
  });
});

describe("whatever comes", () => {
  const markup = fc.constantFrom(
    ..."*_~`<>|&:@#!^-. \n".split(""),
    ...[
      "```",
      "&amp;",
      "&gt;",
      ">>>",
      "<@U1>",
      "<https://a.example/",
      ":fire:",
      "<!date^1^{time}",
      "https://",
      "mailto:",
    ],
  );

  it("loses no word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(markup, fc.constant("WORD")), { maxLength: 60 }),
        fc.boolean(),
        (parts, verbatim) => {
          const text = parts.map((part, at) => (part === "WORD" ? `w${at}w` : part)).join("");
          const shown = JSON.stringify(parseMrkdwn(text, { verbatim }));
          const lost = (text.match(/w\d+w/g) ?? []).filter((word) => !shown.includes(word));
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never throws and never makes a link that could run something", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.boolean(), (text, verbatim) => {
        const links =
          JSON.stringify(parseMrkdwn(`<${text}|x> ${text}`, { verbatim })).match(/"url":"[^"]+/g) ?? [];
        expect(links.filter((link) => !/^"url":"(https?:|mailto:)/i.test(link))).toEqual([]);
      }),
    );
  });

  it("reads 40,000 characters of unclosed markup in a moment", () => {
    const started = performance.now();
    for (const mark of ["*", "*a ", "*a` ", "<", "`", "```", "_*", ":a", "https://a"])
      parseMrkdwn(mark.repeat(40_000 / mark.length));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
