import type { HomeView } from "@slack/types";
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { expect, it } from "vitest";
import { createLog } from "../../../src/log.ts";
import { UserId } from "../../../src/rules/people.ts";
import { readListAsk } from "../../../src/slack/commands/list-ask.ts";
import { createHomes } from "../../../src/slack/home/homes.ts";
import type { Installation } from "../../../src/slack/install/installations.ts";
import type { Sender } from "../../../src/slack/listening/who.ts";
import type { Directory } from "../../../src/slack/web-api/directory.ts";
import type { SlackClient } from "../../../src/slack/web-api/slack-clients.ts";
import { ana, ben } from "../../support/make-profile.ts";
import { acme } from "../../support/store-in.ts";

const minute = 60_000;
const all = readListAsk("list");

it("looks at nothing while nobody has a home open, and again after ten minutes without a use", async () => {
  const stage = createStage();
  await stage.homes.follow();
  expect(stage.looks()).toBe(0);
  await stage.homes.show(sender(ana), all);
  stage.advance(9 * minute);
  await stage.homes.used(sender(ana), all);
  stage.advance(9 * minute);
  stage.change();
  await stage.homes.follow();
  expect(stage.published).toEqual([ana, ana]);
  stage.advance(minute + 1);
  stage.change();
  const before = stage.looks();
  await stage.homes.follow();
  expect([stage.published.length, stage.looks()]).toEqual([2, before]);
});

it("publishes nothing that they see already, whatever has changed", async () => {
  const stage = createStage();
  await stage.homes.show(sender(ana), all);
  stage.touch();
  await stage.homes.follow();
  await stage.homes.show(sender(ana), all);
  stage.advance(minute);
  await stage.homes.follow();
  expect(stage.published).toEqual([ana]);
});

it("keeps to the pace that leaves room for what people wait for, and lets nobody wait for good", async () => {
  const stage = createStage();
  const people = Array.from({ length: 8 }, (_, index) => UserId.parse(`U${index}`));
  for (const person of people) await stage.homes.show(sender(person), all);
  stage.published.length = 0;
  for (let second = 0; second < 24; second += 1) {
    stage.change();
    stage.advance(1000);
    await stage.homes.follow();
  }
  expect(stage.published).toHaveLength(24);
  expect(people.map((person) => stage.published.filter((each) => each === person).length)).toEqual(
    people.map(() => 3),
  );
});

it("waits as long as Slack asks, and then shows what changed meanwhile", async () => {
  const stage = createStage();
  await stage.homes.show(sender(ana), all);
  stage.change();
  stage.refuse(new WebAPIRateLimitedError(30));
  await stage.homes.follow();
  for (const [seconds, published] of [
    [29, 1],
    [1.001, 2],
  ] as const) {
    stage.advance(seconds * 1000);
    await stage.homes.follow();
    expect(stage.published).toHaveLength(published);
  }
});

it("shows later what Slack did not take when somebody opened it", async () => {
  const stage = createStage();
  stage.refuse(new WebAPIRateLimitedError(5));
  await expect(stage.homes.show(sender(ana), all)).rejects.toMatchObject({ code: "slack-busy" });
  stage.advance(5001);
  await stage.homes.follow();
  expect(stage.published).toEqual([ana]);
});

it("goes on with the others where Slack takes no home for one of them", async () => {
  const stage = createStage();
  await stage.homes.show(sender(ana), all);
  stage.advance(1000);
  await stage.homes.show(sender(ben), all);
  stage.refuse(new WebAPIPlatformError({ ok: false, error: "user_not_found" }));
  for (const _ of [1, 2]) {
    stage.change();
    await stage.homes.follow();
  }
  expect(stage.published).toEqual([ana, ben, ben, ben]);
});

it("leaves what stands there while Slack does not say who somebody is", async () => {
  const stage = createStage();
  await stage.homes.show(sender(ana), all);
  stage.forgetWho();
  stage.change();
  await stage.homes.follow();
  expect(stage.published).toEqual([ana]);
});

it("lets the newest of two drawings of one home stay, however long the first one takes", async () => {
  const stage = createStage();
  const letGo = stage.holdNext();
  const both = [
    stage.homes.show(sender(ana), all),
    stage.homes.show(sender(ana), readListAsk("list paused")),
  ];
  letGo();
  await Promise.all(both);
  expect(stage.views.at(-1)?.private_metadata).toBe("list paused");
});

function sender(userId: UserId): Sender {
  return { userId, home: acme, teams: [acme], enterpriseId: undefined };
}

/** Homes over a clock, a workspace and a Slack whose turns the test decides. */
function createStage() {
  let time = Date.parse("2026-05-01T12:00:00Z");
  let state = 0;
  let total = 0;
  let looks = 0;
  let refusal: Error | undefined;
  let standing: "owner" | "unknown" = "owner";
  let held: Promise<void> = Promise.resolve();
  const published: UserId[] = [];
  const views: HomeView[] = [];
  const publish = async ({ user_id, view }: { user_id: string; view: HomeView }) => {
    const waits = held;
    held = Promise.resolve();
    await waits;
    const thrown = refusal;
    refusal = undefined;
    if (thrown !== undefined) throw thrown;
    published.push(UserId.parse(user_id));
    views.push(view);
    return { ok: true };
  };
  const client = { views: { publish } } as unknown as SlackClient;
  const installation: Installation = { teamId: acme, teamName: "Acme", client } as Installation;
  const directory: Pick<Directory, "known" | "standingOf" | "nameOf"> = {
    known: () => undefined,
    standingOf: async () => standing,
    nameOf: async () => "",
  };
  const now = () => time;
  const homes = createHomes({
    usecases: {
      async seeState() {
        looks += 1;
        return String(state);
      },
      showHome: async (_, ask) => {
        const page = { source: { keeper: "workspace" as const }, profiles: [], page: 1, pages: 1 };
        const listed = { ask, page: { ...page, matching: 0, total }, nearest: [], mayCreate: true };
        return {
          ask,
          profiles: { kind: "listed", ...listed },
          waiting: { changes: [], others: [] },
          recent: [],
        };
      },
    },
    installations: { find: async () => installation },
    directory: directory as Directory,
    scene: { command: "/icp", supportUrl: undefined, retentionDays: 7 },
    inFlight: { run: (work) => work() },
    log: createLog({ level: "silent" }),
    now,
    everyMs: 1_000_000,
  });
  return {
    homes,
    published,
    views,
    looks: () => looks,
    advance(ms: number) {
      time += ms;
    },
    /** Somebody changes what homes show. */
    change() {
      state += 1;
      total += 1;
    },
    /** Somebody changes something that no home shows. */
    touch() {
      state += 1;
    },
    refuse(error: Error) {
      refusal = error;
    },
    forgetWho() {
      standing = "unknown";
    },
    holdNext(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}
