import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import type { Person } from "../../src/rules/people.ts";
import { followForm } from "../../src/slack/actions/follow-form.ts";
import { createFormLines } from "../../src/slack/form-lines.ts";
import type { Channels, Workplace } from "../../src/slack/listening/answer.ts";
import { saveEditedProfile } from "../../src/slack/submissions/edit-profile.ts";
import { drawProfileForm } from "../../src/slack/views/profile-form.ts";
import { profileForm } from "../../src/slack/views/profile-form-ids.ts";
import type { DraftStore } from "../../src/stores/draft-store.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { bindUseCases } from "../../src/usecases/use-cases.ts";
import { ana } from "../support/make-profile.ts";
import { acme, save, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const owner: Person = { kind: "slack", teamId: acme, userId: ana, standing: "owner", isInstaller: false };

/** Ana edits a profile, in an app whose store takes each draft only when it is let. */
async function startEditing() {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const surroundings = {
    seal: openSeal({ kind: "own", folder }, () => undefined),
    now: Date.now,
    report: () => undefined,
  };
  const made = await save(stores.profilesOf(acme), { name: "Fintech" });
  if (made.kind !== "created") throw new Error(made.kind);
  const { profile } = made;
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const drafts = stores.draftsOf(acme);
  const slow: DraftStore = {
    ...drafts,
    async keep(ask) {
      await gates.get(ask.values.description ?? "")?.promise;
      await drafts.keep(ask);
    },
  };
  let looks = 0;
  const deps = depsOf(reading.config, stores, surroundings);
  const usecases = bindUseCases({
    ...deps,
    draftsOf: () => slow,
    profilesOf: ({ teamId }) => ({
      ...stores.profilesOf(teamId),
      async findOverlap() {
        looks += 1;
        return undefined;
      },
    }),
  });
  const forms = createFormLines();
  const view = drawProfileForm({ nonce: crypto.randomUUID(), editing: profile, values: profile });
  const filled = (description: string, name = "Fintech") => ({
    id: "V0FORM",
    callback_id: profileForm.edit,
    private_metadata: view.private_metadata ?? "",
    state: { values: { name: { value: { value: name } }, description: { value: { value: description } } } },
  });
  const follow = followForm(usecases, forms);
  const submit = saveEditedProfile(usecases, forms);
  const place = {} as Workplace;
  return {
    stores,
    /** Makes the store take this draft only when the answer is called. */
    holdBack(description: string) {
      const gate = Promise.withResolvers<void>();
      gates.set(description, gate);
      return gate.resolve;
    },
    /** A choice in a menu arrives; it is done when the answer is called and has ended. */
    choice(description: string) {
      const work = follow(filled(description));
      return () => work.answer(owner, place);
    },
    saves(description: string, name?: string) {
      const view = filled(description, name);
      return submit(owner, { type: "view_submission", user: { id: ana }, view }, {} as Channels);
    },
    /** Long enough for whatever does not wait to be done. */
    async otherWork() {
      for (let read = 0; read < 50; read += 1) await stores.profilesOf(acme).find(profile.id);
    },
    /** How often the like of what is filled in was looked for. */
    looks: () => looks,
    async kept() {
      const found = await drafts.find({ by: ana, about: profile.id, since: new Date(0) });
      return found?.values.description;
    },
  };
}

it("keeps the last of two choices, whichever is done first", async () => {
  const { choice, kept } = await startEditing();
  const [first, second] = [choice("first"), choice("second")];
  await second();
  await first();
  expect(await kept()).toBe("second");
});

it("keeps the last of two choices while the store is slow to take the first", async () => {
  const { choice, kept, holdBack, otherWork } = await startEditing();
  const letGo = holdBack("first");
  const first = choice("first")();
  const second = choice("second")();
  await otherWork();
  letGo();
  await Promise.all([first, second]);
  expect(await kept()).toBe("second");
});

it("keeps nothing of a form that is saved, neither what is still being kept nor what is done afterwards", async () => {
  const { choice, saves, kept, holdBack, otherWork } = await startEditing();
  const letGo = holdBack("first");
  const first = choice("first")();
  const second = choice("second");
  const saving = saves("saved");
  await otherWork();
  letGo();
  expect(await saving).toMatchObject({ kind: "view", view: { callback_id: "changes-saved" } });
  await Promise.all([first, second(), choice("third")()]);
  expect(await kept()).toBeUndefined();
});

it("keeps what a save held that failed, and after it what is chosen then, and nothing from before", async () => {
  const { stores, choice, saves, kept } = await startEditing();
  await save(stores.profilesOf(acme), { name: "Health" });
  const before = choice("before");
  expect(await saves("submitted", "Health")).toMatchObject({ kind: "errors" });
  await before();
  expect(await kept()).toBe("submitted");
  await choice("after")();
  expect(await kept()).toBe("after");
  expect(await saves("unread", " ")).toMatchObject({ kind: "errors" });
  expect(await kept()).toBe("unread");
});

it("keeps what a template filled with a choice that Ana made before she saw it, and not over one made after it", async () => {
  const lines = createFormLines();
  const form = { by: owner, nonce: "n" };
  const before = lines.arrive();
  const filled = { industries: ["SaaS"] };
  await lines.fill({ ...form, fills: 1 }, filled, async () => undefined);
  expect(await lines.keep(form, before, async (since) => since)).toEqual(filled);
  const after = { ...form, fills: 1 };
  expect(await lines.keep(after, lines.arrive(), async (since) => since)).toEqual({});
});

it("fills no draft of a form that is saved", async () => {
  const lines = createFormLines();
  const form = { by: owner, nonce: "n" };
  await lines.save(
    form,
    async () => "saved",
    () => true,
  );
  const kept: string[] = [];
  await lines.fill({ ...form, fills: 1 }, { name: "Late" }, async () => kept.push("late"));
  expect([kept, lines.isSaved(form)]).toEqual([[], true]);
});

it("looks for the like of what Ana fills in at a choice, and not at a save in which a field is wrong", async () => {
  const { choice, saves, looks } = await startEditing();
  await choice("first")();
  expect(looks()).toBe(1);
  expect(await saves("submitted", " ")).toMatchObject({ kind: "errors" });
  expect(looks()).toBe(1);
});

it("keeps what is chosen after a choice that the store has refused", async () => {
  const { choice, kept } = await startEditing();
  const refused = Promise.reject(new Error("no room"));
  refused.catch(() => undefined);
  const lines = createFormLines();
  const form = { by: owner, nonce: "n" };
  await expect(lines.keep(form, lines.arrive(), () => refused)).rejects.toThrow("no room");
  expect(await lines.keep(form, lines.arrive(), async () => "kept")).toBe("kept");
  await choice("second")();
  expect(await kept()).toBe("second");
});
