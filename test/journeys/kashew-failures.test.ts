import { expect, it, onTestFinished } from "vitest";
import { makeKey } from "../support/make-key.ts";
import { startTeam } from "../support/start-team.ts";
import { documented } from "../wire/documented.ts";
import type { Mood } from "../wire/kashew-stub.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

const answers = (status: number, body: unknown, headers = {}): Mood => ({
  kind: "answers",
  status,
  body,
  headers,
});
const doesAndAnswers = (status: number, body: unknown): Mood => ({ kind: "does-and-answers", status, body });
const missing = "It isn’t in Kashew now.";
const found = "Kashew’s answer was lost, and the profile was found there.";

/** What Kashew does with the new profile, what Ben reads then, and how many profiles there are afterwards. */
const failures: readonly [name: string, mood: Mood, says: string, profiles: number][] = [
  [
    "401",
    answers(401, documented.invalidKey),
    "Not saved. Kashew doesn’t take this workspace’s key any more.",
    0,
  ],
  [
    "402",
    answers(402, { detail: "Upgrade to Pro" }),
    "Not saved. This workspace’s plan in Kashew doesn’t include",
    0,
  ],
  [
    "403 for the plan",
    answers(403, { detail: "ICP Profiles require Pro+ plan" }),
    "Not saved. This workspace’s plan",
    0,
  ],
  [
    "403 for the scope",
    answers(403, { detail: "Scope 'icp:write' required" }),
    "lacks the scope icp:write.",
    0,
  ],
  [
    "409",
    answers(409, { detail: "Exists" }),
    "Not saved. Kashew refused this: it says that there is such a profile",
    0,
  ],
  [
    "422",
    answers(422, {
      detail: [
        { loc: ["body", "daily_prospect_limit"], msg: "at most 5", type: "x" },
        { loc: ["body", "target_countries", 0], msg: "unknown country", type: "x" },
      ],
    }),
    "Not saved. Kashew refused a value: Daily prospect limit: at most 5; Countries: unknown country.",
    0,
  ],
  [
    "429 with a header",
    answers(429, {}, { "retry-after": "7" }),
    "Not saved. Kashew asks this app to wait 7 s.",
    0,
  ],
  [
    "429 with the sentence",
    answers(429, documented.rateLimited),
    "Not saved. Kashew asks this app to wait 42 s.",
    0,
  ],
  ["429 with neither", answers(429, "no"), "Not saved. Kashew asks this app to wait 60 s.", 0],
  ["500", answers(500, "Internal Server Error"), missing, 0],
  ["500 after it was written", doesAndAnswers(500, ""), found, 1],
  ["503", answers(503, ""), missing, 0],
  ["200 with HTML", answers(200, "<html>"), missing, 0],
  ["no JSON after it was written", doesAndAnswers(201, "created"), found, 1],
  ["wrong types after it was written", doesAndAnswers(201, { id: 5, status: [] }), found, 1],
  ["a line cut before it was written", { kind: "cuts", when: "before" }, missing, 0],
  ["a line cut after it was written", { kind: "cuts", when: "after" }, found, 1],
  ["half an answer", { kind: "cuts", when: "mid-answer" }, found, 1],
  ["a slow answer", { kind: "dawdles", ms: 50 }, "Profile saved", 1],
];

it.each(failures)(
  "tells Ben in words of %s, sends the profile once, and loses nothing",
  async (_, mood, says, profiles) => {
    const key = makeKey();
    const stub = await startKashewStub({ keys: [key] });
    onTestFinished(() => stub.close());
    stub.setClock(new Date());
    const { slack } = await startTeam({ kashewApiUrl: stub.url, defaultWriters: "members" });
    const [ana, ben] = [slack.person("ana"), slack.person("ben")];
    await ana.types("/icp connect");
    await ana.fills({ "API key": key });
    await ana.saves();
    await ana.sees("Connected.");
    stub.next("POST", mood);
    await ben.types("/icp new Fintech DACH");
    await ben.fills({ Description: "Lenders" });
    await ben.saves();
    await ben.sees(says);
    expect([stub.profiles.length, stub.count("POST")]).toEqual([profiles, 1]);
    if (profiles > 0) return;
    if (says === missing) await ben.presses("Save once more");
    await ben.sees("New ICP profile");
    expect(ben.modal?.values).toMatchObject({ Name: "Fintech DACH", Description: "Lenders" });
  },
);
