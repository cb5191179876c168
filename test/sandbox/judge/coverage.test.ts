import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { actions, context, home, input, message, modal, richSection, richText, section } from "./make.ts";
import { blocks, elements, pieces } from "./samples.ts";

const readme = readFileSync(new URL("../../../src/sandbox/judge/README.md", import.meta.url), "utf8");

const judges = {
  message: (block: Json) => judgeMessage(message(block)),
  modal: (block: Json) => judgeModal(modal(block)),
  home: (block: Json) => judgeHome(home(block)),
};
const surfaces = Object.keys(judges) as (keyof typeof judges)[];

const places: Record<string, (inner: Json) => Json> = {
  section: (inner) => section({ accessory: inner }),
  actions: (inner) => actions(inner),
  input: (inner) => input(inner),
  context: (inner) => context(inner),
  context_actions: (inner) => ({ ...blocks.context_actions, elements: [inner] }),
  card: (inner) => ({ ...blocks.card, actions: [inner] }),
};

const blockRows = tableUnder("Blocks");
const elementRows = tableUnder("Elements");
const richTextRows = tableUnder("Rich text");

it.each([
  { table: "Blocks", rows: blockRows, samples: blocks },
  { table: "Elements", rows: elementRows, samples: elements },
  { table: "Rich text", rows: richTextRows, samples: pieces },
])("has a row under $table for all that Slack knows", ({ rows, samples }) => {
  expect([...rows.keys()].sort()).toEqual(Object.keys(samples).sort());
});

describe("a block stands where the README says and nowhere else", () => {
  it.each(Object.entries(blocks))("%s", (type, block) => {
    const place = (surface: string) => (type === "file" ? "what an app sends" : `a ${surface}`);

    expect(surfaces.map((surface) => judges[surface](block))).toEqual(
      surfaces.map((surface) =>
        says(blockRows, type, surface)
          ? []
          : [{ pointer: "/blocks/0/type", message: `"${type}" may not stand in ${place(surface)}` }],
      ),
    );
  });
});

describe("an element stands where the README says and nowhere else", () => {
  const everywhere = Object.keys(places).flatMap((place) => surfaces.map((surface) => ({ place, surface })));

  it.each(Object.entries(elements))("%s", (type, inner) => {
    const taken = everywhere.filter(({ place, surface }) => {
      const complaints = judges[surface](places[place]?.(inner) ?? {});
      for (const { pointer } of complaints) expect(pointer).toMatch(/\/type$/);
      return complaints.length === 0;
    });

    expect(taken).toEqual(
      everywhere.filter(
        ({ place, surface }) =>
          says(elementRows, type, place) &&
          says(elementRows, type, surface) &&
          says(blockRows, place, surface),
      ),
    );
  });
});

describe("rich text stands where the README says and nowhere else", () => {
  const kinds: Record<string, (piece: Json) => Json> = {
    section: (piece) => richSection(piece),
    list: (piece) => ({ type: "rich_text_list", style: "bullet", elements: [richSection(piece)] }),
    quote: (piece) => ({ type: "rich_text_quote", elements: [piece] }),
    preformatted: (piece) => ({ type: "rich_text_preformatted", elements: [piece] }),
  };

  it.each(Object.entries(pieces))("%s", (type, piece) => {
    const taken = Object.entries(kinds)
      .filter(([, make]) => judgeMessage(message(richText(make(piece)))).length === 0)
      .map(([kind]) => kind);

    expect(taken).toEqual(Object.keys(kinds).filter((kind) => says(richTextRows, type, kind)));
  });
});

describe("an unknown field is never passed silently", () => {
  const rows: [string, Json][] = [
    ...Object.entries(blocks).map(([type, block]): [string, Json] => [type, { ...block, colour: "red" }]),
    ...Object.entries(elements).map(([type, inner]): [string, Json] => {
      const place = Object.keys(places).find((each) => says(elementRows, type, each)) ?? "";
      return [`${place} with ${type}`, places[place]?.({ ...inner, colour: "red" }) ?? {}];
    }),
    ...Object.entries(pieces).map(([type, piece]): [string, Json] => [
      `rich text with ${type}`,
      richText(richSection({ ...piece, colour: "red" })),
    ]),
  ];

  it.each(rows)("in %s", (_, block) => {
    expect(judgeMessage(message(block))).toContainEqual({
      pointer: expect.stringMatching(/\/colour$/),
      message: "is not a field here",
    });
  });
});

function says(rows: ReturnType<typeof tableUnder>, row: string, column: string): boolean {
  const mark = rows.get(row)?.[column];
  expect(mark).toMatch(/^[✓–]$/);
  return mark === "✓";
}

/** The first table under a heading of the README: its rows by their first cell, their cells by column. */
function tableUnder(heading: string): Map<string, Record<string, string>> {
  const [, rest = ""] = readme.split(`\n### ${heading}\n`);
  const [table = ""] = rest.match(/(?:^\|.*\n)+/m) ?? [];
  const [head = [], , ...rows] = table.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(
    rows
      .filter((row) => row.length > 0)
      .map((row) => [row[0] ?? "", Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""]))]),
  );
}
