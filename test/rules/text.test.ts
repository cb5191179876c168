import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, cutTo, foldKey, foldSearch } from "../../src/rules/text.ts";

/** Any UTF-16, halves of pairs included. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "a",
        "É",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "Σ",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u200B",
        "\u0301",
        "👩‍💻",
        "\uD83D",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("cleanLine", () => {
  it("leaves what is clean alone", () => {
    for (const text of ["VP Sales", "São Paulo", "R&D", "ישראל", "भारत", "👩‍💻 Software", "❤️", "می‌خواهم"]) {
      expect(cleanLine(text)).toBe(text);
    }
  });

  it("makes one line of several and one blank of many", () => {
    expect(cleanLine("  Real \t\u00A0 Estate\r\nand\u2028more\n")).toBe("Real Estate and more");
  });

  it("writes an accent in one way, however it was typed", () => {
    expect(cleanLine("Sa\u0303o Paulo")).toBe("S\u00E3o Paulo");
    expect(cleanLine("e\u200B\u0301")).toBe("\u00E9");
  });

  it("removes what hides in a text or turns it around", () => {
    expect(cleanLine("\uFEFFSa\u200Ba\u0000S\u202E \u2066Inc\u2069\u200F")).toBe("SaaS Inc");
    expect(cleanLine("half \uD83D pair \uDE00")).toBe("half pair");
  });

  it("is empty when nothing can be seen", () => {
    for (const text of ["", " \n", "\u200D", "\uFE0F", "\u3164", "\u2800"]) expect(cleanLine(text)).toBe("");
  });

  it("answers one well-formed line, and the same when asked again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text);
        expect(line.isWellFormed()).toBe(true);
        expect(line).toMatch(/^(\S+( \S+)*)?$/u);
        expect(cleanLine(line)).toBe(line);
      }),
    );
  });
});

describe("cleanText", () => {
  it("keeps lines and single empty lines between them", () => {
    expect(cleanText("\n One \r\n\r\n\r\n\n two\u200B  words\rthree\n")).toBe("One\n\ntwo words\nthree");
  });

  it("answers well-formed text with at most one empty line in a row, and the same when asked again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanText(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(/\n{3}|\r|^\s|\s$/u);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe("foldKey", () => {
  it("does not count case, blanks and width", () => {
    expect(foldKey(" ENTERPRISE\u00A0 SaaS ")).toBe(foldKey("Enterprise saas"));
    expect(foldKey("ＳａａＳ")).toBe("saas");
  });

  it("takes letters as one whose case is not one to one", () => {
    expect(new Set(["Straße", "STRASSE", "STRAẞE", "strasse"].map(foldKey))).toEqual(new Set(["strasse"]));
    expect(new Set(["İstanbul", "Istanbul", "istanbul", "ıSTANBUL"].map(foldKey))).toEqual(
      new Set(["istanbul"]),
    );
    expect(foldKey("ΟΔΟΣ")).toBe(foldKey("οδος"));
  });

  it("keeps José apart from Jose", () => {
    expect(foldKey("José")).not.toBe(foldKey("Jose"));
  });

  it("is the same when asked again, and for a text in capitals", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldKey(foldKey(text))).toBe(foldKey(text));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldKey(text.toUpperCase())).toBe(foldKey(text));
      }),
    );
  });
});

describe("foldSearch", () => {
  it("finds what is written with accents by what a plain keyboard types", () => {
    const typed = {
      "São Paulo": "sao paulo",
      Łódź: "lodz",
      Ærøskøbing: "aeroskobing",
      Đà: "da",
      "l’Oréal": "l'oreal",
    };
    for (const [written, plain] of Object.entries(typed)) expect(foldSearch(written)).toBe(plain);
    expect(foldSearch("Straße")).toBe("strasse");
    expect(foldSearch("οδοσήμανση").startsWith(foldSearch("Οδός"))).toBe(true);
    expect(foldSearch("יִשְׂרָאֵל")).toBe("ישראל");
  });

  it("keeps the vowels that Indic and Thai write as marks", () => {
    expect(foldSearch("किताब")).not.toBe(foldSearch("कताब"));
  });

  it("is the same when asked again, and for texts of one key", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldSearch(foldSearch(text))).toBe(foldSearch(text));
        expect(foldSearch(foldKey(text))).toBe(foldSearch(text));
      }),
    );
  });
});

describe("cutTo", () => {
  it("leaves what fits alone and ends what it cuts in an ellipsis", () => {
    expect(cutTo("Germany", 7)).toBe("Germany");
    expect(cutTo("Germany", 6)).toBe("Germa…");
    expect(cutTo("VP Sales", 4)).toBe("VP…");
    expect(cutTo("Germany", 0)).toBe("");
  });

  it("cuts no character in two", () => {
    expect(cutTo("ab👩‍💻cd", 6)).toBe("ab…");
    expect(cutTo("cafe\u0301 au lait", 5)).toBe("caf…");
  });

  it("stays within its limit, keeps the beginning and splits no pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, limit) => {
        const cut = cutTo(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.startsWith(cut.replace(/…$/u, "")) || cut === text).toBe(true);
      }),
    );
  });
});
