import { expect, it, onTestFinished } from "vitest";
import { makeKey } from "../support/make-key.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

/** Whoever goes on from modal to modal meets Slack's limit of three. */
async function startWithAna() {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team = await startTeam({ kashewApiUrl: stub.url, defaultWriters: "members" });
  const ana = team.slack.person("ana");
  const connects = async () => {
    await ana.fills({ "API key": key });
    await ana.saves();
    await ana.sees("Connected.");
  };
  return { ...team, stub, ana, connects };
}

/** The third modal: where to share the profile that was just saved. */
async function startOverTwo() {
  const team = await startWithAna();
  const { ana } = team;
  await ana.goesTo("general").types("/icp new Fintech");
  await ana.saves();
  await ana.presses("Details");
  await ana.presses("Share…");
  await ana.sees("Share profile");
  return team;
}

it("lets Ana share a profile that she found by replacing the key to Kashew", async () => {
  const { ana, stub, connects } = await startWithAna();
  stub.make({ name: "Made in Kashew" });
  await ana.goesTo("general").types("/icp connect");
  await connects();
  await ana.closes();
  await ana.types("/icp connect");
  await ana.presses("Replace key");
  await connects();
  await ana.presses({ label: "Details of Made in Kashew" });
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
});

it("tells Ana in the third modal why she may not share any more, and goes on there once she may", async () => {
  const { ana, slack } = await startOverTwo();
  slack.setRole("ana", "guest");
  await ana.saves();
  await ana.sees("✗ Guests can’t see ICP profiles here.");
  expect(ana.toasts).toEqual([]);
  slack.setRole("ana", "owner");
  await ana.saves();
  await ana.sees("is shared.");
});

it("says below the first field of any form, or in its place, what cannot stand on top of it", async () => {
  const { ana, slack } = await startOverTwo();
  await ana.closes();
  await ana.chooses("More actions", "Archive…");
  await ana.sees("It leaves the list");
  const view = { ...ana.modal?.view, previous_view_id: "V2", root_view_id: "V1" };
  slack.setRole("ana", "guest");
  const submit = async (form: object) =>
    JSON.parse((await ana.sends({ type: "view_submission", view: form })).body);
  expect(await submit(view)).toEqual({
    response_action: "errors",
    errors: { reason: expect.stringContaining("Guests can’t see ICP profiles here.") },
  });
  expect(await submit({ ...view, blocks: [] })).toMatchObject({ response_action: "update" });
  expect(await submit({ ...view, callback_id: "older" })).toEqual({
    response_action: "errors",
    errors: { reason: expect.stringContaining("from an older version of the app.") },
  });
  expect(await submit({ ...view, previous_view_id: "V1" })).toMatchObject({ response_action: "push" });
});

it("says in the place of the third modal what stands in the way there", async () => {
  const { ana, clock } = await startOverTwo();
  await ana.closes();
  await ana.presses("Pause");
  await ana.sees("Paused by you.");
  await ana.presses("History");
  await ana.sees("Page 1 of 1");
  clock.advance(11 * 60_000);
  await ana.presses({ label: "Undo the change of Fintech" });
  await ana.sees("This change is more than ten minutes old.");
  expect(ana.modal?.title).toBe("Too late to undo");
  await ana.closes();
  await ana.sees("Paused by you.");
});

it("lets Ana go on with a copy to Kashew however often it stops", async () => {
  const { ana, stub, clock, connects } = await startWithAna();
  const names = ["One", "Two", "Three", "Four"];
  await saveProfiles(ana, names);
  await ana.types("/icp connect");
  await connects();
  await ana.closes();
  await ana.types("/icp connect");
  await ana.presses("Copy to Kashew");
  const body = { detail: "Rate limit exceeded. Try again in 1 seconds." };
  for (let left = names.length; left > 1; left -= 1) {
    stub.next("POST", { kind: "dawdles", ms: 0 }, { kind: "answers", status: 429, body });
    await ana.sees("will be created in Kashew.");
    await ana.saves();
    await ana.sees(`1 of ${left} are copied.`);
    clock.advance(2000);
    await ana.presses("Go on");
  }
  await ana.sees("1 profile will be created in Kashew.");
  await ana.saves();
  await ana.sees("Copied 1 profile to Kashew.");
  await ana.closes();
  await ana.sees("Profiles are kept in Kashew.");
});
