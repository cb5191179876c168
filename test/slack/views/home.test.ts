import fc from "fast-check";
import { expect, it } from "vitest";
import { Fault } from "../../../src/errors.ts";
import { draftFields } from "../../../src/rules/changes.ts";
import { UserId } from "../../../src/rules/people.ts";
import { Plan } from "../../../src/rules/plan.ts";
import { parseListAsk } from "../../../src/slack/commands/list-ask.ts";
import { drawSentence } from "../../../src/slack/notice.ts";
import { drawEditOffer } from "../../../src/slack/views/edit-offer.ts";
import { drawExport } from "../../../src/slack/views/export.ts";
import { drawBrokenHome, drawHome, readHomeAsk } from "../../../src/slack/views/home.ts";
import type { AccessRequest } from "../../../src/stores/access-store.ts";
import type { OwnChanges } from "../../../src/usecases/own-changes.ts";
import type { Home } from "../../../src/usecases/show-home.ts";
import { anyDoer, anyDraft, anyProfile, anyText, anyUserId } from "../../support/arbitraries.ts";
import { expectSoundHome, expectSoundModal } from "../../support/expect-sound.ts";
import { makeAccess } from "../../support/make-access.ts";
import { acme } from "../../support/store-in.ts";

const at = "2026-05-01T12:00:00.000Z";
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const anyAsk = fc.record({
  words: anyText.map((text) => parseListAsk(`"${text.replaceAll('"', "")}"`).words),
  state: fc.constantFrom("all" as const, "active" as const, "paused" as const),
  page: fc.integer({ min: 1, max: 3 }),
  pageSize: fc.constant(10),
});

const refused = { kind: "refused", action: "list", access: makeAccess() } as const;
const anyRefusal = fc
  .constantFrom(
    { kind: "plan", plan: "free" } as const,
    { kind: "plan", plan: "free", connectedBy: UserId.parse("U0ANA") } as const,
    { kind: "connection", state: "broken" } as const,
    { kind: "standing", standing: "guest" } as const,
    { kind: "standing", standing: "stranger" } as const,
    { kind: "standing", standing: "unknown" } as const,
  )
  .map((missing) => ({ ...refused, missing }));

const anyList = fc
  .record({
    ask: anyAsk,
    profiles: fc.uniqueArray(anyProfile, { maxLength: 10, selector: ({ id }) => id }),
    others: fc.nat(10_000),
    isKashews: fc.boolean(),
    mayCreate: fc.boolean(),
  })
  .map(({ ask, profiles, others, isKashews, mayCreate }) => {
    const source = isKashews
      ? { keeper: "kashew" as const, readAt: at, skipped: others }
      : { keeper: "workspace" as const };
    const { length } = profiles;
    const page = { source, profiles, page: 2, pages: 3, matching: length, total: length + others };
    return { kind: "listed" as const, ask, page, nearest: profiles.slice(0, 3), mayCreate };
  });

const anyRequest = fc.record({
  id: fc.uuid(),
  by: anyUserId,
  askedAt: fc.constant(at),
  state: fc.constant("open" as const),
  copies: fc.constant([]),
}) satisfies fc.Arbitrary<AccessRequest>;

const anyChange = fc
  .record({ profile: anyProfile, draft: anyDraft, by: anyDoer, reason: anyText, mayUndo: fc.boolean() })
  .map(({ profile, draft, mayUndo, ...rest }) => {
    const kept = { owner: profile.owner, isArchived: false, at, how: { kind: "saved" } as const };
    return {
      revision: { ...kept, ...rest, id: profile.id, revision: 1, draft },
      changes: undefined,
      mayUndo,
    };
  });

const anySettings = fc
  .record({
    writers: fc.constantFrom("admins" as const, "members" as const, "chosen" as const),
    people: fc.uniqueArray(anyUserId),
    mayAdminister: fc.boolean(),
    plan: fc.constantFrom(...Plan.options),
    used: fc.nat(200),
  })
  .map(({ writers, people, mayAdminister, plan, used }) => ({
    access: {
      ...makeAccess({ writers, chosen: people, icpAdmins: people }),
      revision: 1,
      setInSlack: [],
    },
    mayAdminister,
    lacksScope: !mayAdminister,
    plan,
    isPlanSet: mayAdminister,
    writes: { used, limit: 200 },
  }));

const anyOwnChanges = fc.record({
  id: anyProfile.map(({ id }) => id),
  name: anyProfile.map(({ name }) => name),
  isArchived: fc.boolean(),
  draft: anyDraft,
  revision: fc.nat(3),
  reason: fc.string(),
  keptAt: fc.constant(at),
  fields: fc.subarray([...draftFields], { minLength: 1 }),
  isBehind: fc.boolean(),
}) satisfies fc.Arbitrary<OwnChanges>;

it("offers own changes in a modal that Slack takes, whatever they are", () => {
  fc.assert(fc.property(anyOwnChanges, (changes) => expectSoundModal(drawEditOffer(changes))));
});

const anyHome: fc.Arbitrary<Home> = fc.record(
  {
    ask: anyAsk,
    profiles: fc.oneof(
      anyList,
      anyRefusal,
      fc.constant({ kind: "unreadable" as const, fault: new Fault("kashew-down", "") }),
    ),
    waiting: fc.record({
      draft: maybe(fc.record({ values: fc.oneof(anyDraft, fc.constant({})), keptAt: fc.constant(at) })),
      changes: fc.uniqueArray(anyOwnChanges, { maxLength: 8, selector: ({ id }) => id }),
      own: maybe(anyRequest),
      others: fc.uniqueArray(anyRequest, { maxLength: 8, selector: ({ id }) => id }),
    }),
    recent: fc.uniqueArray(anyChange, { maxLength: 5, selector: ({ revision }) => revision.id }),
    settings: anySettings,
  },
  { requiredKeys: ["ask", "profiles", "waiting", "recent"] },
);

const scene = {
  workspaceName: "Acme",
  command: "/icp",
  supportUrl: "https://example.com",
  retentionDays: 7,
  installer: UserId.parse("U0ANA"),
};

it("is a home that Slack takes and that mentions nobody, whoever looks and whatever there is", () => {
  fc.assert(
    fc.property(anyHome, anyText, (home, name) => {
      const names = new Map(home.waiting.others.map(({ by }) => [by, name]));
      expectSoundHome(drawHome(home, { ...scene, names }));
    }),
    { numRuns: 200 },
  );
});

it("carries what somebody looks at, so that it is the same again the next time", () => {
  fc.assert(
    fc.property(anyAsk, (ask) => {
      const { private_metadata = "" } = drawBrokenHome(ask, drawSentence("Broken", "Broken"));
      expect(readHomeAsk(private_metadata)).toEqual(ask);
    }),
  );
  expect(readHomeAsk("")).toMatchObject({ words: [], state: "active", page: 1 });
});

it("hands out every letter of what it can show, in pieces that Slack takes", () => {
  fc.assert(
    fc.property(fc.array(anyProfile, { maxLength: 20 }), (profiles) => {
      const view = drawExport({ profiles, source: { keeper: "workspace" } }, acme);
      expectSoundModal(view);
      const pieces = view.blocks.filter(({ type }) => type === "rich_text").map(piece);
      const { profiles: read } = JSON.parse(pieces.join("\n")) as { profiles: { id: string }[] };
      expect(read.map(({ id }) => id)).toEqual(profiles.map(({ id }) => id));
    }),
    { numRuns: 50 },
  );
});

function piece(block: unknown): string {
  const { elements } = block as { elements: { elements: { text: string }[] }[] };
  return elements[0]?.elements[0]?.text ?? "";
}
