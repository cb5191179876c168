import type { Outcome } from "./deliver.ts";
import { toast } from "./toasts.ts";
import type { World } from "./world.ts";

/** Tells a person who did something that the app did not say "received". */
export function toastUnacked(world: World, person: string, outcome: Outcome): void {
  if (outcome.kind === "answered" && outcome.status === 200) return;
  const could = outcome.kind === "late" ? "did not respond in time" : "could not respond";
  toast(world, person, `${world.seed.app.name} ${could} to what you did.`);
}
