import fc from "fast-check";
import { expect, it } from "vitest";
import { parseMarkdown, parseMarkdownInline } from "../../../src/sandbox/page/kit/parse-markdown.ts";

const words = (text: string) => ({ kind: "text", text });

it("reads what a language model writes", () => {
  const text =
    "## Head\n\ntwo\nlines\n\n- a\n- b\n3. c\n\n> said\n\n---\n| A | B |\n|---|---|\n| 1 | 2 |\n```js\n**x**\n```";
  expect(parseMarkdown(text)).toEqual([
    { kind: "heading", children: [words("Head")] },
    { kind: "paragraph", children: [words("two\nlines")] },
    { kind: "list", isOrdered: false, start: 1, items: [[words("a")], [words("b")]] },
    { kind: "list", isOrdered: true, start: 3, items: [[words("c")]] },
    { kind: "quote", children: [words("said")] },
    { kind: "rule" },
    {
      kind: "table",
      rows: [
        [[words("A")], [words("B")]],
        [[words("1")], [words("2")]],
      ],
    },
    { kind: "preformatted", text: "**x**" },
  ]);
});

it("reads emphasis, code and safe links", () => {
  expect(parseMarkdownInline("**b _i_** ~~s~~ `c` [t](https://a.example) [x](javascript:1)")).toEqual([
    { kind: "bold", children: [words("b "), { kind: "italic", children: [words("i")] }] },
    words(" "),
    { kind: "strike", children: [words("s")] },
    words(" "),
    { kind: "code", text: "c" },
    words(" "),
    { kind: "link", url: "https://a.example", text: "t" },
    words(" [x](javascript:1)"),
  ]);
});

it("loses no word and comes to an end, whatever it is given", () => {
  const markup = fc.constantFrom(
    ..."*_~`[]()<>|#-+>!: \n1.".split(""),
    "```",
    "---",
    "- ",
    "| ",
    "https://a.example/",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.constant("WORD")), { maxLength: 60 }), (parts) => {
      const text = parts.map((part, at) => (part === "WORD" ? `w${at}é` : part)).join("");
      const shown = JSON.stringify(parseMarkdown(text));
      expect((text.match(/w\d+é/g) ?? []).filter((word) => !shown.includes(word))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
