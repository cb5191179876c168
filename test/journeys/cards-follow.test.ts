import { expect, it, onTestFinished } from "vitest";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { makeKey } from "../support/make-key.ts";
import { ana as anaId, makeDraft } from "../support/make-profile.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, storesIn } from "../support/store-in.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

type Person = ReturnType<Team["slack"]["person"]>;

/** Ana has shared a profile in #general, where the bot is, and Ben looks at it there. */
async function startWithCard() {
  const team = await startTeam({ followEveryMs: 20 });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben").goesTo("general")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await shares(ana, "general");
  await ben.sees("Active · Last changed");
  const stores = await storesIn(team.config.dataDir);
  const profiles = stores.profilesOf(acme);
  const found = await profiles.findByName("Fintech DACH");
  if (found === undefined) throw new Error("it is not saved");
  const made = await stores.apiKeys.make({
    teamId: acme,
    scopes: ["icp:write"],
    by: "operator",
    at: new Date(),
  });
  if (made.kind === "full") throw new Error("no key");
  const { id } = found;
  const authorization = `Bearer ${made.secret}`;
  const ask = async (method: string, body?: object) => {
    const headers = { authorization, "if-match": "*", ...(body && { "content-type": "application/json" }) };
    const url = `http://127.0.0.1:${team.app.port}/api/v1/icp-profiles/${id}`;
    const { status } = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return status;
  };
  return { team, ana, ben, profiles, id, ask };
}

async function shares(person: Person, channel: string) {
  await person.goesTo(channel).types("/icp show fintech");
  await person.presses("Share…");
  await person.saves();
  await person.sees("is shared.");
  await person.closes({ all: true });
}

it("shows Ben in the channel what a program changes and archives, what Ana restores and takes back", async () => {
  const { ana, ben, ask } = await startWithCard();
  expect(await ask("PATCH", { target_industries: ["FinTech"] })).toBe(200);
  await ben.sees("Companies FinTech");
  expect(await ask("DELETE")).toBe(204);
  await ben.sees("Archived · Out of the list since");
  await ana.types("/icp list");
  await ana.presses("Archived (1)");
  await ana.presses({ label: "Restore Fintech DACH" });
  await ana.sees("Back in the list.");
  await ben.sees("Active · Last changed");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ben.sees("Archived · Out of the list since");
  expect(ben.messages).toHaveLength(1);
});

it("shows Ben what another process changed, also while the bot was away", async () => {
  const { team, ben, profiles, id } = await startWithCard();
  const revise = (revision: number, description: string, industry: string) => {
    const draft = makeDraft({ name: "Fintech DACH", description, industries: [industry] });
    return profiles.revise({ id, revision, draft, by: "operator", at: new Date(), writesPerDay: 100 });
  };
  await revise(1, "", "Banks");
  await ben.sees("Companies Banks");
  const restarted = team.restart();
  await revise(2, "", "Lenders");
  await restarted;
  await ben.sees("Companies Lenders");
});

it("keeps the newest twenty cards current, and gives the one before Refresh and the time of which it is", async () => {
  const { team, ana, ben, ask } = await startWithCard();
  for (let nth = 2; nth <= 21; nth += 1) await shares(ana, "general");
  await ben.sees("Active · As of");
  expect(await ask("PATCH", { is_active: false })).toBe(200);
  const showing = (words: RegExp) =>
    ben.messages.filter(({ blocks }) => words.test(JSON.stringify(blocks))).length;
  team.clock.advance(60_000);
  await expect.poll(() => showing(/Paused · <!date\^\d+\^Last/), { timeout: 5000 }).toBe(20);
  expect(showing(/Active · <!date\^\d+\^As of/)).toBe(1);
  await ben.presses({ label: "Refresh Fintech DACH" });
  await ben.sees("Paused · As of");
});

it("catches up with its cards where Slack asks it to wait, and lets go of one that somebody deleted", async () => {
  const { team, ben, ask } = await startWithCard();
  team.slack.failNext("chat.update", { status: 429, retryAfter: 30 });
  await ask("PATCH", { is_active: false });
  await expect
    .poll(() => team.logged.join(""), { timeout: 5000 })
    .toContain("cards are not brought up to date yet");
  team.clock.advance(30_000);
  await ben.sees("Paused · Last changed");
  team.slack.failNext("chat.update", "message_not_found");
  await ask("PATCH", { is_active: true });
  const updates = () => team.slack.exchanges.filter(({ kind }) => kind === "chat.update").length;
  await expect.poll(updates, { timeout: 5000 }).toBe(3);
  await ask("PATCH", { is_active: false });
  await ask("PATCH", { target_industries: ["FinTech"] });
  await ben.sees("Paused · Last changed");
  expect(updates()).toBe(3);
});

it("shows Ben that a profile is paused on every card but those of an archived channel, and there once it is opened again", async () => {
  const { team, ana, ben, ask } = await startWithCard();
  await shares(ana, "general");
  const updates = () => team.slack.exchanges.filter(({ kind }) => kind === "chat.update").length;
  const showing = (words: string) =>
    ben.messages.filter(({ blocks }) => JSON.stringify(blocks).includes(words)).length;
  team.slack.failNext("chat.update", "is_inactive");
  expect(await ask("PATCH", { is_active: false })).toBe(200);
  await ben.sees("Paused · ");
  expect([showing("Paused · "), showing("Active · ")]).toEqual([1, 1]);
  // It is left alone for a while, whatever is changed.
  expect(await ask("PATCH", { target_industries: ["FinTech"] })).toBe(200);
  await ben.sees("Companies FinTech");
  expect([updates(), showing("Active · ")]).toEqual([3, 1]);
  team.clock.advance(60_000);
  await expect.poll(() => showing("FinTech"), { timeout: 5000 }).toBe(2);
  expect(updates()).toBe(4);
});

it("says on every card that its profile was deleted for good, at once or when somebody refreshes it", async () => {
  const { ana, ben } = await startWithCard();
  await shares(ana, "sales");
  await ana.types("/icp show fintech");
  await ana.chooses("More actions", "Archive…");
  await ana.saves();
  await ana.sees("It is out of the list");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.presses("Archived (1)");
  await ana.presses({ label: "Delete Fintech DACH for good" });
  await ana.fills({ "Type its name": "Fintech DACH" });
  await ana.saves();
  await ana.sees("is deleted for good.");
  await ana.closes({ all: true });
  const deleted = "Ana Ruiz shared an ICP profile, which was deleted since.";
  await ben.sees(deleted);
  await ben.goesTo("sales").presses({ label: "Refresh Fintech DACH" });
  await ben.sees(deleted);
  ben.seesNot("[Details]");
});

it("says on a card that its profile was deleted for good while the card was on its way", async () => {
  const { team, ana, ben, profiles, id } = await startWithCard();
  await ana.goesTo("general").types("/icp show fintech");
  await ana.presses("Share…");
  const posting = team.slack.hold("chat.postMessage");
  const sharing = ana.saves();
  await posting.arrived;
  await profiles.archive.put({ id, revision: 1, by: anaId, at: new Date() });
  await profiles.archive.remove({ id, by: anaId, at: new Date() });
  posting.release();
  await sharing;
  const deleted = () =>
    ben.messages.filter(({ text }) => text === "Ana Ruiz shared an ICP profile, which was deleted since.");
  await expect.poll(() => deleted().length, { timeout: 5000 }).toBe(2);
});

it("says of a card of Kashew’s profile of when it is, since Kashew tells of no change", async () => {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team = await startTeam({ followEveryMs: 20, kashewApiUrl: stub.url });
  const stores = await storesIn(team.config.dataDir);
  const connections = stores.connectionsWith(openSeal(team.config.encryptionKeys, () => undefined));
  await connections.connect({ teamId: acme, key, by: anaId, at: new Date(Date.now() - 60_000) });
  stub.make({ name: "Fintech in Kashew" });
  const ana = team.slack.person("ana");
  await shares(ana, "general");
  await ana.sees("Active · As of");
  await ana.presses({ label: "Refresh Fintech in Kashew" });
  await ana.sees("(edited)");
});

it("follows in a channel to which Ana has invited the app, as README says", async () => {
  const team = await startTeam();
  const ana = team.slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/invite @somebody");
  expect(ana.toasts.at(-1)).toContain("no people: /invite @ICP Profiles");
  await ana.types("/invite @icp profiles");
  await ana.sees("was added to #sales by @Ana Ruiz.");
  await ana.types("/invite @ICP Profiles");
  expect(ana.toasts.at(-1)).toBe("ICP Profiles is already in this channel.");
  await shares(ana, "sales");
  await ana.sees("Active · Last changed");
  await ana.types("/icp show fintech");
  await ana.presses({ label: "Pause Fintech DACH" });
  await ana.closes({ all: true });
  await ana.sees("Paused · Last changed");
});
