import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { deeds } from "../support/deeds.ts";
import { idOf, keptOf } from "../support/kept.ts";
import { lackSaid, refusalsSaid } from "../support/refusals-said.ts";
import type { Replay } from "../support/replays.ts";
import { aboutAnother, replaysSince } from "../support/replays.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { opensToGuests, startCrew } from "../support/start-crew.ts";

it.each(deeds)(
  "lets those with the right $what, and refuses everybody else in words, whatever button they kept",
  async (deed) => {
    const { slack, store, ana, owen, ben, cleo, gus, eve } = await startCrew();
    const replays = new Map<string, Replay>();
    for (const person of deed.needs === "administer" ? [ana] : [ana, ben]) {
      const name = `Of ${person.realName}`;
      const id = await make(name);
      const since = slack.exchanges.at(-1)?.id ?? 0;
      await deed.does(person, name, owen);
      await person.closes({ all: true });
      expect(await keptOf(store, id)).toMatchObject(deed.leaves(name));
      for (const [key, one] of replaysSince(slack, since, deed.ids)) {
        replays.set(key, aboutAnother(one, { from: id, to: "kept-for-later" }));
      }
    }
    expect([...replays.keys()].sort()).toEqual([...deed.ids].sort());

    const id = await make("Left alone");
    const before = await keptOf(store, id);
    const scope = lackSaid(deed.needs);
    if (deed.needs === "administer") await refused(ben, scope);
    await refused(cleo, scope);
    await refused(gus, [refusalsSaid.guest]);
    await refused(eve, [refusalsSaid.stranger]);
    await opensToGuests(ana);
    await refused(gus, [refusalsSaid.guestWhoMayLook]);

    async function make(name: string) {
      await saveProfiles(ana, [name]);
      await deed.prepare?.(ana, name);
      if (deed.prepare !== undefined) await ana.closes({ all: true });
      return idOf(store, name);
    }

    async function refused(person: Person, words: readonly string[]): Promise<void> {
      for (const one of replays.values()) {
        const { body } = await person.sends(aboutAnother(one, { from: "kept-for-later", to: id }));
        if (one.type === "view_submission") expect(body).toContain(words[0]);
        else for (const sentence of words) await person.sees(sentence);
        if (person.modal !== undefined) await person.closes({ all: true });
      }
      expect(await keptOf(store, id)).toEqual(before);
    }
  },
);

it("refuses Ben his own draft once his right is gone, and has it for him when he holds it again", async () => {
  const { ana, ben } = await startCrew();
  await ben.types("/icp new Fintech");
  await ben.fills({ Industries: ["FinTech"] });
  await ben.closes();
  await ben.types("/icp new");
  await ben.sees("Continue your draft of");
  await choosesWriters(ana, ["cleo"]);
  for (const button of ["Continue draft", "Start fresh"]) {
    await ben.presses(button);
    await ben.sees("You can’t create ICP profiles here yet.");
    await ben.closes();
  }
  await choosesWriters(ana, ["ben"]);
  await ben.presses("Continue draft");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({ Name: "Fintech", Industries: ["FinTech"] });
});

async function choosesWriters(ana: Person, names: readonly string[]): Promise<void> {
  await ana.types("/icp access");
  await ana.fills({ "Chosen people": names });
  await ana.saves();
  await ana.sees("Saved");
  await ana.closes({ all: true });
}
