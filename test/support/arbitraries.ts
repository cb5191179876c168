import fc from "fast-check";

import { KeyName } from "../../src/rules/api-key.ts";
import type { Author, Doer } from "../../src/rules/people.ts";
import { UserId } from "../../src/rules/people.ts";
import type { Known, ProfileField } from "../../src/rules/profile.ts";
import {
  companySizes,
  limits,
  Profile,
  ProfileDraft,
  seniorityLevels,
  termFields,
} from "../../src/rules/profile.ts";

import { cleanLine, cleanText, cutTo } from "../../src/rules/text.ts";

/** What Slack would read as a mention, and therefore must never meet where Slack reads. */
export const mentions = ["<!channel>", "<@U1>"] as const;

const hostile = [
  ...mentions,
  "&",
  "<",
  "*bold*",
  "`code`",
  "__proto__",
  "constructor",
  '"',
  "“”",
  '["a","b"]',
  "https://evil.example/|x",
  "👩‍💻",
  "🔥",
  "שלום",
  "مرحبا",
  "字",
  "e\u0301",
  "\u202E",
  "\u200B",
  "\r\n",
  "\t",
  "\u00A0",
  "\u0000",
  "\uD83D",
  "active",
  "page 2",
  " ",
  ",",
  "x",
] as const;

/** Whatever can be typed or forged, halves of surrogate pairs included. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...hostile), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 160 }),
  fc.string({ unit: "grapheme", maxLength: 160 }),
);

const term = line(limits.term);
const longTerms = Array.from({ length: limits.terms }, (_, index) => `${index}`.padEnd(limits.term, "字"));
const anyTerms = fc.oneof(
  { weight: 6, arbitrary: fc.array(term, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant(longTerms) },
);

/** Any draft that can be saved. */
export const anyDraft = fc
  .record({
    name: line(limits.name),
    description: anyText.map((text) => cutTo(cleanText(text), limits.description)),
    isActive: fc.boolean(),
    industries: anyTerms,
    companySizes: fc.oneof(anyTerms, fc.subarray([...companySizes])),
    jobTitles: anyTerms,
    seniorityLevels: fc.oneof(anyTerms, fc.subarray([...seniorityLevels])),
    departments: anyTerms,
    countries: anyTerms,
    minConfidence: fc.integer({ min: 0, max: 1e9 }).map((billionths) => billionths / 1e9),
    dailyLimit: fc.integer({ min: limits.dailyLimit.min, max: limits.dailyLimit.max }),
    schedule: fc.oneof(fc.constant("daily"), term),
  })
  .map((draft) => ProfileDraft.parse(draft));

export const anyUserId = fc.constantFrom("U0ANA", "W0BEN", "U0CLEO").map((id) => UserId.parse(id));

export const anyDoer: fc.Arbitrary<Doer> = fc.oneof(
  anyUserId,
  fc.constantFrom("operator" as const, KeyName.parse("kshw_abcd1234")),
);

const anyAuthor: fc.Arbitrary<Author> = fc.oneof(anyDoer, fc.constant("kashew" as const));

/** Any profile as a store answers it. */
export const anyProfile = fc
  .record({
    draft: anyDraft,
    id: fc.uuid(),
    revision: fc.integer({ min: 1, max: 1000 }),
    createdAt: fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true }),
    owner: anyAuthor,
    createdBy: anyAuthor,
    changedAt: fc.constant("2026-05-02T12:00:00.000Z"),
    changedBy: anyAuthor,
  })
  .map(({ draft, createdAt, ...kept }) =>
    Profile.parse({ ...draft, ...kept, createdAt: createdAt.toISOString() }),
  );

function line(limit: number) {
  return anyText.map((text) => cutTo(cleanLine(text), limit)).filter((text) => text !== "");
}

/** Any profile as one that is kept in Kashew is answered: beyond our limits, and with fields that nobody knows. */
export const anyForeignProfile = fc
  .record({
    profile: anyProfile,
    name: fc.oneof(line(limits.name), fc.constant("字".repeat(5000))),
    description: fc.oneof(anyText, fc.constant("字\n".repeat(9000))),
    industries: fc.oneof(
      anyTerms,
      fc.constant(Array.from({ length: 3000 }, (_, index) => `${index}字字字字`)),
    ),
    companySizes: fc.constantFrom<string[][]>([], ["1001-5000"], ["x".repeat(400)]),
    dailyLimit: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    schedule: fc.constantFrom("daily", "hourly", "y".repeat(400)),
    known: fc.dictionary(
      fc.constantFrom<ProfileField[]>("createdAt", "isActive", "dailyLimit", "description", ...termFields),
      fc.constantFrom<Known[]>("own-copy", "not-returned", "missing", "unreadable"),
    ),
    createdBy: fc.oneof(fc.constant("kashew" as const), anyUserId),
  })
  .map(
    ({ profile, createdBy, ...more }): Profile => ({
      ...profile,
      ...more,
      owner: createdBy,
      createdBy,
      changedBy: createdBy,
      revision: 1,
    }),
  );
