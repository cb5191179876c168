const plain = /^[!-~]+(?: [!-~]+)*$/;
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
// Control characters, halves of surrogate pairs, and what hides or turns text. The joiners U+200C and U+200D
// stay, since Persian words and emoji are written with them.
const harmful =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const invisible = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** What a person typed, as one line of well-formed NFC. Empty when nothing in it can be seen. */
export function cleanLine(text: string): string {
  if (plain.test(text)) return text;
  const line = text.replace(lineBreak, " ").replaceAll("\t", " ").replace(harmful, "").normalize("NFC");
  return invisible.test(line) ? "" : foldBlanks(line);
}

/** As `cleanLine`, line by line: at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .split(lineBreak)
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The key that names are compared by: case and blanks do not count, accents do. */
export function foldKey(text: string): string {
  return plain.test(text)
    ? text.toLowerCase()
    : foldBlanks(foldCase(text.normalize("NFKC")).normalize("NFKC"));
}

/** The key that words are searched by: as `foldKey`, and accents do not count. */
export function foldSearch(text: string): string {
  const key = foldKey(text);
  if (plain.test(key)) return key;
  return foldBlanks(
    key
      .normalize("NFKD")
      .replace(accent, "")
      .replace(unlike, (letter) => typedAs[letter] ?? letter),
  );
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `limit` UTF-16 units, the "…" of a cut text among them. No character is cut in two. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return "";
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

// JavaScript has no case folding. Lower case first, because ẞ has no upper case but ß has (SS); then upper and
// lower, as Unicode's folding does. All four Turkish i's become one, since the writer's language is not known.
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ").replaceAll("i\u0307", "i");
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and emoji's variation selectors: what is
// left out in typing. The marks of Indic and Thai words are their vowels and stay.
const accent = /[\u0300-\u036F]|[\u0591-\u05C7]|[\u064B-\u065F]|\u0670|\uFE0F/g;

/** Letters that Unicode does not take apart, and signs that keyboards lack. */
const typedAs: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ł: "l",
  ŧ: "t",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "–": "-",
  "—": "-",
};
const unlike = new RegExp(`[${Object.keys(typedAs).join("")}]`, "g");
