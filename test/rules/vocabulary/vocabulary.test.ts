import { describe, expect, it } from "vitest";
import { cleanLine, foldSearch } from "../../../src/rules/text.ts";
import { countries } from "../../../src/rules/vocabulary/countries.ts";
import { departments } from "../../../src/rules/vocabulary/departments.ts";
import { industries } from "../../../src/rules/vocabulary/industries.ts";
import { jobTitles } from "../../../src/rules/vocabulary/job-titles.ts";

const lists = { industries, jobTitles, departments, countries };

describe.each(Object.entries(lists))("the vocabulary of %s", (_, list) => {
  const terms = list.map(({ term }) => term);

  it("names each thing once, cleanly and within 75 characters", () => {
    expect(terms.filter((term) => term !== cleanLine(term) || term === "" || term.length > 75)).toEqual([]);
    expect(new Set(terms.map(foldSearch)).size).toBe(terms.length);
  });

  it("has no two terms that differ in a plural or in how they are put together", () => {
    const bare = terms.map((term) =>
      foldSearch(term)
        .replace(/[^\p{L}\p{N}]/gu, "")
        .replace(/s$/, ""),
    );
    expect(bare.filter((term, index) => bare.indexOf(term) !== index)).toEqual([]);
  });

  it("has no term that a pasted list would be split within", () => {
    expect(terms.filter((term) => /[,;\n]/.test(term))).toEqual([]);
  });

  it("gives no other name to two things, nor to one what another is called", () => {
    const owner = new Map(list.map(({ term }) => [foldSearch(term), term]));
    for (const { term, aliases } of list) {
      for (const alias of aliases) {
        expect(`${alias}: ${owner.get(foldSearch(alias)) ?? term}`).toBe(`${alias}: ${term}`);
        expect(alias).toBe(cleanLine(alias));
        owner.set(foldSearch(alias), term);
      }
    }
  });
});

it("starts every list with the words that Kashew's page uses", () => {
  expect(industries.slice(0, 2).map(({ term }) => term)).toEqual(["SaaS", "Technology"]);
  expect(jobTitles.slice(0, 3).map(({ term }) => term)).toEqual(["VP Sales", "CTO", "Head of Growth"]);
  expect(departments.slice(0, 2).map(({ term }) => term)).toEqual(["Sales", "Engineering"]);
  expect(countries.slice(0, 2).map(({ term }) => term)).toEqual(["United States", "Canada"]);
});

it("is long enough to be of use, and short enough to be kept in order", () => {
  const lengths = Object.entries(lists).map(([field, list]) => [field, list.length]);
  expect(Object.fromEntries(lengths)).toEqual({
    industries: 153,
    jobTitles: 253,
    departments: 28,
    countries: 249,
  });
});

it.each([
  ["industries", industries, 20],
  ["job titles", jobTitles, 20],
  ["departments", departments, 10],
  ["countries", countries, 17],
] as const)("sorts %s by the alphabet after those that are offered first", (_, list, first) => {
  const others = list.slice(first).map(({ term }) => term);
  expect(others).toEqual(others.toSorted(new Intl.Collator("en").compare));
});

it.each([
  ["industries", industries],
  ["job titles", jobTitles],
  ["departments", departments],
])("begins each word of %s with a capital, but for the small ones", (_, list) => {
  const words = list.flatMap(({ term }) => term.split(" "));
  expect(words.filter((word) => !/^\p{Lu}/u.test(word) && !/^(and|of|to)$/.test(word))).toEqual([]);
});

it("names countries as people do, markets first and then by the alphabet", () => {
  const names = countries.map(({ term }) => term);
  expect(names.slice(2, 5)).toEqual(["United Kingdom", "Germany", "France"]);
  expect(names.slice(17, 20)).toEqual(["Afghanistan", "Åland Islands", "Albania"]);
  expect(names).toEqual(
    expect.arrayContaining(["Hong Kong", "Macao", "Myanmar", "Turkey", "Ivory Coast", "Czechia"]),
  );
  expect(names.filter((name) => /[&()’]|SAR|St\./.test(name))).toEqual([]);
});
