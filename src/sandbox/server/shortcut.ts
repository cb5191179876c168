import type { Actor } from "./actor.ts";
import { deliverInteraction } from "./deliver.ts";
import { installationOf } from "./lookup.ts";
import { senderFields } from "./sender.ts";
import { mintTrigger } from "./triggers.ts";
import { toastUnacked } from "./unacked.ts";

/** Starts one of the app's global shortcuts by its name, from the ⚡ menu or the search. */
export async function startShortcut({ world, person }: Actor, name: string): Promise<void> {
  const { shortcuts, scopes } = world.seed.app;
  const installation = installationOf(world, person.workspace);
  const known = shortcuts.find((shortcut) => shortcut.name === name);
  if (known === undefined || installation === undefined || !scopes.includes("commands")) {
    throw new Error(`${person.realName} finds no shortcut called “${name}”.`);
  }
  const outcome = await deliverInteraction(
    world,
    {
      type: "shortcut",
      ...senderFields(world, person),
      action_ts: (world.now() / 1000).toFixed(6),
      callback_id: known.callbackId,
      trigger_id: mintTrigger(world, {
        person: person.id,
        team: installation.workspace,
        channel: undefined,
      }),
    },
    person.id,
  );
  toastUnacked(world, person.id, outcome);
}
