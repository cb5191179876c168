import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { From } from "./payloads.ts";
import { command, interaction, nonceOf, press, submission } from "./payloads.ts";
import type { Random } from "./random.ts";
import type { Forged } from "./sender.ts";

interface Attempt {
  readonly body: string | Buffer;
  readonly forged?: Forged;
}

/** One way to forge a request, and what it has to be answered with. */
export interface Forgery {
  readonly what: string;
  /** Somebody who may write unless it says so. */
  readonly by?: "guest";
  readonly wanted: number | RegExp;
  /** What is said after the answer. */
  readonly said?: RegExp;
  make(from: From, random: Random): Attempt;
}

const hex = (random: Random, length: number) =>
  Array.from({ length }, () => random.below(16).toString(16)).join("");
const badIds = [
  "../../etc/x",
  "T0TEAM0001/../x",
  "t0team0001",
  "T".repeat(5000),
  "__proto__",
  "T0\u0000",
  "C:\\x",
  "",
];
const draft = (number: number) => ({ viewId: `V${number}`, nonce: nonceOf(number), name: "Forged" });
const text = (from: From) => command(from, "list");

export const forgeries: readonly Forgery[] = [
  {
    what: "a wrong signature",
    wanted: 401,
    make: (from, random) => ({ body: text(from), forged: signed(`v0=${hex(random, 64)}`) }),
  },
  {
    what: "an empty, short, long or other signature",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: signed(
        random.pick(["", "v0=", `v0=${hex(random, 63)}`, `v1=${hex(random, 64)}`, hex(random, 5000)]),
      ),
    }),
  },
  {
    what: "an old request",
    wanted: 401,
    make: (from, { below }) => ({ body: text(from), forged: { at: now() - 302 - below(1e6) } }),
  },
  {
    what: "a request from the future",
    wanted: 401,
    make: (from, { below }) => ({ body: text(from), forged: { at: now() + 302 + below(1e6) } }),
  },
  {
    what: "a time that is none",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: {
        headers: {
          "x-slack-request-timestamp": random.pick(["", "NaN", "1e9", "-1", "0x5f", "9".repeat(400)]),
        },
      },
    }),
  },
  {
    what: "a signature or time given twice",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: {
        headers: { [random.pick(["x-slack-signature", "x-slack-request-timestamp"])]: ["v0=1", "v0=2"] },
      },
    }),
  },
  {
    what: "a packed body",
    wanted: 400,
    make: (from) => ({
      body: gzipSync(text(from)),
      forged: { headers: { "content-encoding": "gzip" } },
    }),
  },
  {
    what: "another type of body",
    wanted: 400,
    make: (from, random) => ({
      body: text(from),
      forged: {
        headers: {
          "content-type": random.pick([
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "",
          ]),
        },
      },
    }),
  },
  {
    what: "a path or method that a header names",
    wanted: 404,
    make: (from, random) => ({
      body: text(from),
      forged: {
        path: "/",
        headers: {
          [random.pick(["x-original-url", "x-rewrite-url", "x-forwarded-uri", "x-forwarded-prefix"])]:
            "/slack/events",
          "x-http-method-override": "POST",
        },
      },
    }),
  },
  {
    what: "headers that are too large",
    wanted: 431,
    make: (from, { below }) => ({
      body: text(from),
      forged: { headers: { "x-one": "x".repeat(17_000 + below(1e5)) } },
    }),
  },
  {
    what: "another method or path",
    wanted: 404,
    make: (from, random) => ({
      body: text(from),
      forged: random.pick<Forged>([
        { method: "PUT" },
        { method: "DELETE" },
        { path: "/slack/events/../events" },
        { path: "//slack/events" },
        { path: "/slack/%65vents" },
      ]),
    }),
  },
  { what: "a body over 2 MB", wanted: 413, make: (from) => ({ body: command(from, "x".repeat(2.2e6)) }) },
  {
    what: "a body nested deeper than any",
    wanted: 400,
    make: (_from, { below }) => ({
      body: "[".repeat(50_000 + below(500_000)),
      forged: { headers: { "content-type": "application/json" } },
    }),
  },
  {
    what: "a workspace id that is a path, or none",
    wanted: /belong to another workspace|^$/,
    make: (from, random) => {
      const id = random.pick(badIds);
      const elsewhere = { ...from, workspace: { ...from.workspace, id } };
      return {
        body: random.chance(0.5)
          ? command(elsewhere, "list")
          : press(elsewhere, button(randomUUID(), random)),
      };
    },
  },
  {
    what: "a form with forged metadata",
    wanted: /not one that this app made/,
    make: (from, random) => {
      const nonce = random.pick(["", "../../x", "__proto__", "x".repeat(3000)]);
      return { body: submission(from, { ...draft(1), nonce }) };
    },
  },
  {
    what: "a button with a value that nobody drew",
    wanted: /^$/,
    said: /isn’t there any more/,
    make: (from, random) => ({ body: press(from, button(random.pick([...badIds, randomUUID()]), random)) }),
  },
  {
    what: "an option that nobody offered",
    wanted: /^$/,
    said: /isn’t there any more/,
    make: (from, random) => ({
      body: interaction(from, {
        type: "block_actions",
        response_url: from.responseUrl,
        actions: [
          {
            type: "external_select",
            action_id: "profile-find",
            selected_option: { value: random.pick([...badIds, randomUUID()]) },
          },
        ],
      }),
    }),
  },
  {
    what: "a form of somebody else’s, or with an id that is none, by whom may not write",
    by: "guest",
    wanted: /Guests can’t/,
    make: (from, random) => ({
      body: submission(from, { ...draft(1), viewId: random.pick([...badIds, "V1"]) }),
    }),
  },
  {
    what: "an unknown form",
    wanted: /older version of the app/,
    make: (from, random) => {
      const callback_id = random.pick(["", "constructor", "old-form", "profile-form2"]);
      return {
        body: interaction(from, {
          type: "view_submission",
          view: { id: "V1", callback_id, state: { values: {} } },
        }),
      };
    },
  },
  {
    what: "a menu that nobody drew",
    wanted: /"options":\[\{/,
    make: (from, random) => {
      const block_id = random.pick(["planets", "__proto__", "constructor", ""]);
      return {
        body: interaction(from, { type: "block_suggestion", action_id: "value", block_id, value: "x" }),
      };
    },
  },
  {
    what: "keys that would change every object",
    wanted: /A name is needed|not one that this app made/,
    make: (from, random) => {
      const key = random.pick(["__proto__", "constructor", "prototype"]);
      const body = submission(from, draft(1)).replace("values%22%3A%7B%22name", `values%22%3A%7B%22${key}`);
      return { body };
    },
  },
  {
    what: "a person of another organization with a valid payload",
    wanted: /belong to w\d{4}x/,
    make: (from) => {
      const { payload } = Object.fromEntries(new URLSearchParams(submission(from, draft(2))));
      const given = JSON.parse(payload ?? "");
      const user = { ...given.user, id: "W0EVE", team_id: "T0ELSEWHERE" };
      return { body: new URLSearchParams({ payload: JSON.stringify({ ...given, user }) }).toString() };
    },
  },
];

function signed(signature: string): Forged {
  return { headers: { "x-slack-signature": signature } };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function button(value: string, random: Random) {
  const named = [
    "profile-details:1",
    "profile-pause",
    "profile-resume",
    "profile-share-open",
    "card-refresh",
  ];
  return { action_id: random.pick(named), value };
}
