import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldKey } from "../../../src/rules/text.ts";
import { countries } from "../../../src/rules/vocabulary/countries.ts";
import type { Suggestion, TypedField, UsedTerm } from "../../../src/rules/vocabulary/suggest.ts";
import { suggest, typedFields } from "../../../src/rules/vocabulary/suggest.ts";

const nothingUsed: UsedTerm[] = [];

/** What stands in the menu: terms as they are, «as typed», [a list]. */
function menu(field: TypedField, typed: string, used: readonly UsedTerm[] = nothingUsed): string[] {
  return suggest({ field, typed, used }).map(show);
}

function show(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "term":
      return suggestion.term;
    case "as-typed":
      return `«${suggestion.term}»`;
    case "several":
      return `[${suggestion.terms.join(", ")}]`;
    case "too-long":
      return `too long: ${suggestion.limit}`;
    case "too-many":
      return `more than ${suggestion.limit}`;
  }
}

function first(field: TypedField, typed: string): string | undefined {
  return menu(field, typed)[0];
}

describe("before a letter is typed", () => {
  it("offers the head of the vocabulary to a new workspace", () => {
    expect(menu("countries", "").slice(0, 5)).toEqual([
      "United States",
      "Canada",
      "United Kingdom",
      "Germany",
      "France",
    ]);
    expect(menu("industries", " ")).toHaveLength(20);
    expect(menu("industries", " , ")).toEqual(menu("industries", ""));
  });

  it("offers first what the workspace uses most, and nothing twice", () => {
    const used = [
      { term: "Space tourism", profiles: 3 },
      { term: "fintech", profiles: 8 },
      { term: "FINTECH", profiles: 1 },
    ];
    const offered = suggest({ field: "industries", typed: "", used });
    expect(offered.slice(0, 4)).toEqual([
      { kind: "term", term: "FinTech", usedIn: 9 },
      { kind: "term", term: "Space tourism", usedIn: 3 },
      { kind: "term", term: "SaaS", usedIn: 0 },
      { kind: "term", term: "Technology", usedIn: 0 },
    ]);
    expect(offered.filter((one) => "term" in one && foldKey(one.term) === "fintech")).toHaveLength(1);
  });

  it("does not offer what a menu cannot hold, and offers the rest clean", () => {
    const used = [
      { term: "x".repeat(76), profiles: 9 },
      { term: "\u200B", profiles: 8 },
      { term: "Deep\ntech\u0000", profiles: 7 },
    ];
    expect(menu("industries", "", used).slice(0, 2)).toEqual(["Deep tech", "SaaS"]);
  });
});

describe("while a word is typed", () => {
  it("puts Germany first and the person's own word last", () => {
    expect(menu("countries", "Germ")).toEqual(["Germany", "«Germ»"]);
  });

  it("offers the person's own words alone when nothing matches", () => {
    expect(menu("industries", "  Quantum   logistics ")).toEqual(["«Quantum logistics»"]);
    expect(menu("industries", "c++")).toEqual(["«c++»"]);
    expect(menu("industries", "\u0301")).toEqual(["«\u0301»"]);
  });

  it("does not offer a person's word again that a match equals", () => {
    expect(menu("industries", "saas")).toEqual(["SaaS"]);
    expect(menu("industries", "SaaS,")).toEqual(["SaaS"]);
  });

  it("knows countries by codes, other names and other languages", () => {
    const meant = {
      us: "United States",
      USA: "United States",
      America: "United States",
      uk: "United Kingdom",
      "great brit": "United Kingdom",
      England: "United Kingdom",
      holland: "Netherlands",
      deutschland: "Germany",
      Suisse: "Switzerland",
      UAE: "United Arab Emirates",
      Türkiye: "Turkey",
      turkiye: "Turkey",
      "Czech Rep": "Czechia",
      Burma: "Myanmar",
      "cote d'ivoire": "Ivory Coast",
      Korea: "South Korea",
      Macedonia: "North Macedonia",
      Swaziland: "Eswatini",
      "Cabo Verde": "Cape Verde",
      日本: "Japan",
      ישראל: "Israel",
    };
    for (const [typed, country] of Object.entries(meant))
      expect(`${typed}: ${first("countries", typed)}`).toBe(`${typed}: ${country}`);
  });

  it("finds every country by its own name, by both codes and without accents", () => {
    for (const { term, aliases } of countries) {
      const plain = term.normalize("NFD").replace(/\p{M}/gu, "");
      const [alpha2 = "", alpha3 = ""] = aliases;
      expect(alpha2).toMatch(/^[A-Z]{2}$/);
      expect(alpha3).toMatch(/^[A-Z]{3}$/);
      for (const typed of [term, plain, alpha2, alpha3]) expect(first("countries", typed)).toBe(term);
    }
  });

  it("knows the other fields by their other names too", () => {
    expect(first("jobTitles", "Vice President of Sales")).toBe("VP Sales");
    expect(first("jobTitles", "Senior VP of Sales")).toBe("SVP Sales");
    expect(first("jobTitles", "chief techn")).toBe("CTO");
    expect(first("jobTitles", "director of sales")).toBe("Sales Director");
    expect(first("jobTitles", "AE")).toBe("Account Executive");
    expect(first("jobTitles", "sdr")).toBe("Sales Development Representative");
    expect(first("jobTitles", "Chief Revenue Officer")).toBe("CRO");
    expect(first("jobTitles", "head of revops")).toBe("Head of Revenue Operations");
    expect(first("jobTitles", "director of it")).toBe("IT Director");
    expect(first("departments", "hr")).toBe("Human Resources");
    expect(first("departments", "R&D")).toBe("Research and Development");
    expect(first("industries", "medtech")).toBe("Medical Devices");
    expect(first("industries", "food & bev")).toBe("Food and Beverage");
  });

  it("forgives one wrong letter in a word, and words in another order", () => {
    expect(menu("countries", "germny")).toEqual(["Germany", "«germny»"]);
    expect(menu("countries", "Denmrk")).toEqual(["Denmark", "«Denmrk»"]);
    expect(first("industries", "helthcare")).toBe("Healthcare");
    expect(first("countries", "untied kigdom")).toBe("United Kingdom");
    expect(first("jobTitles", "sales vp")).toBe("VP Sales");
    expect(first("jobTitles", "vp salse")).toBe("VP Sales");
  });

  it("takes nobody for having erred who typed just what there is", () => {
    expect(menu("jobTitles", "CRO")).toEqual(["CRO"]);
    expect(menu("jobTitles", "corporate councel")).toEqual(["Legal Counsel", "«corporate councel»"]);
  });

  it("forgives one wrong letter in any script, but in no short word and no number", () => {
    const used = ["Финансы", "Level 10000 labs", "Labs"].map((term) => ({ term, profiles: 1 }));
    expect(menu("industries", "финнасы", used)).toEqual(["Финансы", "«финнасы»"]);
    expect(menu("industries", "level 10001", used)).toEqual(["«level 10001»"]);
    expect(menu("industries", "lbs", used)).toEqual(["«lbs»"]);
    expect(menu("industries", "lsbs", used)).toEqual(["«lsbs»"]);
    expect(menu("industries", "lasb", used)).toEqual(["Level 10000 labs", "Labs", "«lasb»"]);
  });

  it("guesses no word that it cannot read, and none from the middle of another", () => {
    expect(menu("industries", "саас saas")).toEqual(["«саас saas»"]);
    expect(menu("industries", "cardoi", [{ term: "Electrocardiology", profiles: 1 }])).toEqual(["«cardoi»"]);
  });

  it("keeps the last of twenty places for the person's own word", () => {
    const offered = menu("jobTitles", "head");
    expect(offered).toHaveLength(20);
    expect(offered.at(-1)).toBe("«head»");
  });

  it("offers a list that it cannot split as one word", () => {
    expect(menu("industries", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u").at(-1)).toBe(
      "«a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u»",
    );
  });

  it("says that a long list is one, and not that its words are too long", () => {
    const titles = Array.from({ length: 21 }, (_, index) => `Title ${index}`);
    expect(menu("jobTitles", titles.join(", "))).toEqual(["more than 20"]);
    expect(menu("jobTitles", titles.slice(1).join(", "))[0]).toContain("Title 1, Title 2");
  });

  it("says that more than 75 characters are too long, and nothing else", () => {
    expect(suggest({ field: "industries", typed: "x".repeat(76), used: nothingUsed })).toEqual([
      { kind: "too-long", limit: 75 },
    ]);
    expect(menu("industries", "x".repeat(75))).toEqual([`«${"x".repeat(75)}»`]);
    expect(menu("industries", `SaaS, ${"x".repeat(76)}`)).toEqual(["too long: 75"]);
  });
});

describe("the order of matches", () => {
  it("goes from the whole term to a misspelt one", () => {
    const used = ["Unicard", "Cqrd", "Discards", "Gift card", "Cardio", "Card"].map((term) => ({
      term,
      profiles: 1,
    }));
    expect(menu("industries", "card", used)).toEqual(["Card", "Cardio", "Gift card", "Unicard", "Discards"]);
    expect(menu("industries", "cardoi", used)).toEqual(["Cardio", "«cardoi»"]);
  });

  it("puts a word's beginning before another name's, and that before the middle of a word", () => {
    expect(menu("countries", "uk")).toEqual(["United Kingdom", "Ukraine", "«uk»"]);
    expect(menu("countries", "hel").slice(0, 3)).toEqual(["Saint Helena", "Greece", "Saint Barthélemy"]);
    expect(menu("countries", "south k")).toEqual(["South Korea", "«south k»"]);
    const offered = menu("countries", "hol");
    expect(offered.indexOf("Vatican City")).toBe(1);
    expect(offered[0]).toBe("Netherlands");
  });

  it("puts what the workspace uses first among equals, the most used first", () => {
    const used = [
      { term: "Georgia", profiles: 2 },
      { term: "Ghana", profiles: 5 },
    ];
    expect(menu("countries", "g", used).slice(0, 3)).toEqual(["Ghana", "Georgia", "Germany"]);
  });

  it("prefers the very same name to one that differs in accents", () => {
    const used = [
      { term: "Jose", profiles: 9 },
      { term: "José", profiles: 1 },
    ];
    expect(menu("industries", "josé", used)).toEqual(["José", "Jose"]);
    expect(menu("industries", "josè", used)).toEqual(["Jose", "José", "«josè»"]);
  });
});

describe("when a list is typed or pasted", () => {
  it("offers all of it in one go, and then each word as Kashew writes it", () => {
    expect(menu("industries", "saas, FinTech; Underwater basketry\n")).toEqual([
      "[SaaS, FinTech, Underwater basketry]",
      "SaaS",
      "FinTech",
      "«Underwater basketry»",
    ]);
    expect(menu("countries", "US\nuk,Deutschland、")).toEqual([
      "[United States, United Kingdom, Germany]",
      "United States",
      "United Kingdom",
      "Germany",
    ]);
  });

  it("counts words of one meaning once", () => {
    expect(menu("countries", "US, Germany, usa, GERMANY")).toEqual([
      "[United States, Germany]",
      "United States",
      "Germany",
    ]);
    expect(menu("countries", "US, USA")).toEqual(menu("countries", "US"));
  });

  it("takes the workspace's own words before what resembles them", () => {
    const used = [
      { term: "USA", profiles: 4 },
      { term: "Jose", profiles: 3 },
      { term: "José", profiles: 2 },
    ];
    expect(suggest({ field: "countries", typed: "usa, José", used })).toEqual([
      { kind: "several", terms: ["USA", "José"] },
      { kind: "term", term: "USA", usedIn: 4 },
      { kind: "term", term: "José", usedIn: 2 },
    ]);
  });

  it("puts a term first that a comma is part of", () => {
    const used = [
      { term: "Food, Beverage & Tobacco", profiles: 1 },
      { term: "Food, Beverage", profiles: 1 },
    ];
    expect(menu("industries", "food, bev", used)).toEqual([
      "Food, Beverage & Tobacco",
      "Food, Beverage",
      "[food, bev]",
      "«food»",
      "«bev»",
    ]);
    expect(menu("industries", "food, beverage", used)[0]).toBe("Food, Beverage");
  });

  it("names twenty words in one go, and as many alone as there is room for", () => {
    const parts = Array.from({ length: 20 }, (_, index) => `Trade ${index}`);
    const offered = menu("industries", parts.join(","));
    expect(offered).toHaveLength(20);
    expect(offered[0]).toBe(`[${parts.join(", ")}]`);
  });
});

describe("whatever is typed", () => {
  const field = fc.constantFrom(...typedFields);
  const word = fc.oneof(
    fc.constantFrom(
      "SaaS",
      "saas",
      "US",
      "Germ",
      "Food, Beverage",
      "vp",
      "São Paulo",
      "Sao Paulo",
      "x".repeat(76),
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 90 }),
  );
  const typed = fc
    .array(fc.oneof(word, fc.constantFrom(",", ";", "\n", ", ", " ")), { maxLength: 30 })
    .map((all) => all.join(""));
  const used = fc.array(fc.record({ term: word, profiles: fc.integer({ min: 1, max: 99 }) }), {
    maxLength: 40,
  });

  it("answers 1 to 20 suggestions that a menu can hold, none of them twice", () => {
    fc.assert(
      fc.property(field, typed, used, (field, typed, used) => {
        const offered = suggest({ field, typed, used });
        const terms = offered.flatMap((one) => ("term" in one ? [one.term] : []));
        expect(offered.length).toBeGreaterThanOrEqual(1);
        expect(offered.length).toBeLessThanOrEqual(20);
        for (const term of [
          ...terms,
          ...offered.flatMap((one) => (one.kind === "several" ? one.terms : [])),
        ]) {
          expect(term).not.toBe("");
          expect(term.length).toBeLessThanOrEqual(75);
          expect(term.isWellFormed()).toBe(true);
        }
        expect(new Set(terms.map(foldKey)).size).toBe(terms.length);
      }),
      { numRuns: 300 },
    );
  });

  it("offers the person's own words last or not at all, unless they are a list", () => {
    fc.assert(
      fc.property(field, typed, used, (field, typed, used) => {
        const kinds = suggest({ field, typed, used }).map(({ kind }) => kind);
        if (kinds.includes("several")) return;
        if (kinds.includes("too-long")) expect(kinds).toEqual(["too-long"]);
        expect(kinds.slice(0, -1)).not.toContain("as-typed");
      }),
      { numRuns: 300 },
    );
  });

  it("offers the person's own word or its equal", () => {
    fc.assert(
      fc.property(field, fc.stringMatching(/^[A-Za-z]{1,9}( [a-zé]{1,9})?$/), used, (field, typed, used) => {
        const offered = suggest({ field, typed, used });
        expect(offered.map((one) => ("term" in one ? foldKey(one.term) : ""))).toContain(foldKey(typed));
      }),
    );
  });

  it("answers alike when asked again", () => {
    fc.assert(
      fc.property(field, typed, used, (field, typed, used) => {
        const answer = suggest({ field, typed, used });
        expect(suggest({ field, typed, used })).toEqual(answer);
        expect(suggest({ field, typed, used: [...used] })).toEqual(answer);
      }),
    );
  });

  it("is not held up by letters and words that repeat", () => {
    const used = [
      { term: "a ".repeat(37), profiles: 1 },
      { term: "a".repeat(75), profiles: 1 },
    ];
    expect(menu("industries", `${"a ".repeat(30)}bbb`, used)).toEqual([`«${"a ".repeat(30)}bbb»`]);
    expect(menu("industries", `${"a".repeat(29)}bb`, used)).toEqual([`«${"a".repeat(29)}bb»`]);
  });
});
