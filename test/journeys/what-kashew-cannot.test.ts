import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { archiveForm } from "../../src/slack/views/archive-form.ts";
import { archivedList } from "../../src/slack/views/archived-list.ts";
import { archivedProfile } from "../../src/slack/views/archived-profile.ts";
import { deleteForm } from "../../src/slack/views/delete-form.ts";
import { profileDetails } from "../../src/slack/views/details-buttons.ts";
import { editConflict } from "../../src/slack/views/edit-conflict.ts";
import { profileList } from "../../src/slack/views/list-controls.ts";
import { ownerForm } from "../../src/slack/views/owner-form.ts";
import { profileCard } from "../../src/slack/views/profile-card.ts";
import { profileChange } from "../../src/slack/views/profile-change.ts";
import { profileForm } from "../../src/slack/views/profile-form-ids.ts";
import { profileHistory } from "../../src/slack/views/profile-history.ts";
import { shareForm } from "../../src/slack/views/share-form.ts";
import type { Deed } from "../support/deeds.ts";
import { deeds } from "../support/deeds.ts";
import { idOf, keptOf } from "../support/kept.ts";
import { lackSaid, refusalsSaid } from "../support/refusals-said.ts";
import type { Replay } from "../support/replays.ts";
import { aboutAnother, replaysSince } from "../support/replays.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startBesideKashew } from "../support/start-crew.ts";

const noChange = "Profiles are kept in Kashew now, whose API can’t change, pause or archive one.";
const noHistory = "Profiles are kept in Kashew now, whose API tells nothing of what one was like before.";
const noArchive = "Profiles are kept in Kashew now, whose API can’t archive one.";
const notChanged = "Kashew’s API can’t change a profile.";
const elsewhere = "This profile isn’t in Kashew, where this workspace keeps its profiles now.";

type Needs = Deed["needs"] | "list";

/** What was pressed or submitted before the workspace moved to Kashew, what is said of it afterwards, and to whom. */
const saidOfOld: Readonly<Record<string, readonly [words: string, needs: Needs]>> = {
  [profileDetails.edit]: [noChange, "change"],
  [profileForm.edit]: [notChanged, "change"],
  [editConflict.id]: [notChanged, "change"],
  [profileDetails.pause]: [noChange, "change"],
  [profileDetails.resume]: [noChange, "change"],
  [profileDetails.copy]: [elsewhere, "create"],
  [ownerForm.open]: [noChange, "change"],
  [ownerForm.id]: [noChange, "change"],
  [archiveForm.open]: [noChange, "change"],
  [archiveForm.id]: [noArchive, "change"],
  [archivedProfile.restore]: [noChange, "change"],
  [deleteForm.open]: [noArchive, "administer"],
  [deleteForm.id]: [noArchive, "administer"],
  [profileHistory.open]: [noHistory, "list"],
  [profileHistory.restore]: [noHistory, "change"],
  [profileChange.undo]: [noHistory, "change"],
  [archivedList.open]: [noArchive, "list"],
  [profileList.details]: [elsewhere, "list"],
  [profileCard.refresh]: [elsewhere, "list"],
  [shareForm.open]: [elsewhere, "list"],
};

it("says of every old button and form of a profile kept here why it does nothing any more", async () => {
  const crew = await startBesideKashew();
  const { store, stub, ana, ben, cleo, gus, eve } = crew;
  const old = await doEverything(crew);
  expect([...old.keys()].sort()).toEqual(Object.keys(saidOfOld).sort());
  const id = await idOf(store, "Left here");
  const before = await keptOf(store, id);
  await crew.connects();

  for (const [key, replay] of old) {
    const [words, needs] = saidOfOld[key] ?? ["", "list"];
    const lacking = needs === "list" ? words : lackSaid(needs)[0];
    await Promise.all([
      hears(ana, replay, words),
      hears(ben, replay, needs === "administer" ? lacking : words),
      hears(cleo, replay, lacking),
      hears(gus, replay, refusalsSaid.guest),
      hears(eve, replay, refusalsSaid.stranger),
    ]);
  }
  expect(await keptOf(store, id)).toEqual(before);
  expect(stub.count("POST")).toBe(0);

  async function hears(person: Person, replay: Replay, words = ""): Promise<void> {
    const { body } = await person.sends(aboutAnother(replay, { from: "kept-for-later", to: id }));
    if (replay.type === "view_submission") expect(body).toContain(words);
    else await person.sees(words);
    if (person.modal !== undefined) await person.closes({ all: true });
  }
}, 60_000);

/** Ana does it all, here, and leaves one profile as it was; answers what she pressed and submitted. */
async function doEverything({ slack, store, ana, owen }: Awaited<ReturnType<typeof startBesideKashew>>) {
  const old = new Map<string, Replay>();
  const about = deeds.filter(({ ids }) => ids.some((id) => id in saidOfOld));
  for (const [at, deed] of about.entries()) {
    const name = `Deed ${at}`;
    await saveProfiles(ana, [name]);
    await deed.prepare?.(ana, name);
    if (deed.prepare !== undefined) await ana.closes({ all: true });
    const id = await idOf(store, name);
    const since = slack.exchanges.at(-1)?.id ?? 0;
    await deed.does(ana, name, owen);
    await ana.closes({ all: true });
    keep(since, id);
    // The button that opens the archive is called by how many are in it.
    await store.archive?.remove({ id, by: "operator", at: new Date() });
  }
  await saveProfiles(ana, ["Left here"]);
  const id = await idOf(store, "Left here");
  const since = slack.exchanges.at(-1)?.id ?? 0;
  await ana.types("/icp list");
  await ana.presses({ label: "Details of Left here" });
  await ana.presses("Share…");
  await ana.fills({ Channel: "sales" });
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await ana.goesTo("sales").presses({ label: "Refresh Left here" });
  await ana.sees("As of");
  keep(since, id);
  return old;

  function keep(since: number, id: string): void {
    for (const [key, one] of replaysSince(slack, since, Object.keys(saidOfOld))) {
      old.set(key, aboutAnother(one, { from: id, to: "kept-for-later" }));
    }
  }
}
