import { expect, it } from "vitest";
import { openKashew } from "../../support/open-kashew.ts";
import { describeOverlaps } from "../../support/overlap-contract.ts";
import { documented } from "../../wire/documented.ts";

describeOverlaps("Kashew", async () => (await openKashew()).store());

const id = "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11";

it("waits for no answer of Kashew's: before the first list there is nothing to compare with", async () => {
  const kashew = await openKashew();
  kashew.stub.next("GET", { kind: "hangs", isDone: false });
  const store = await kashew.store();
  expect(await store.findOverlap({ targets: { industries: ["SaaS"], jobTitles: ["CTO"] } })).toBeUndefined();
});

it("claims nothing of the fields that Kashew does not return", async () => {
  const kashew = await openKashew();
  const body = { profiles: [{ ...documented.list.profiles[0], id }] };
  kashew.stub.next("GET", { kind: "answers", status: 200, body, headers: {} });
  const store = await kashew.store();
  await store.list({ words: [], state: "all", page: 1, pageSize: 10 });
  const targets = { industries: ["SaaS"], companySizes: ["500+"], seniorityLevels: ["VP"] };
  expect(await store.findOverlap({ targets })).toBeUndefined();
  expect(await store.findOverlap({ targets: { ...targets, countries: ["Canada"] } })).toMatchObject({
    fields: [
      { field: "industries", shared: 1, of: 1 },
      { field: "countries", shared: 1, of: 1 },
    ],
  });
});
