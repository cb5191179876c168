import { Plan, plans } from "../../rules/plan.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { done, misunderstood, unknownWorkspace, unlessNoted } from "./outcome.ts";

export const plan: Command = {
  form: "plan T0123 max",
  says: `sets its plan: ${Plan.options.join(", ")}`,
  more: "It counts from the next thing anybody does, also in a running bot.",
  read: ([team = "", word = "", ...more], flags) =>
    forTeam((teamId) => {
      const wanted = Plan.safeParse(word);
      if (!wanted.success) {
        const what = word === "" ? "Say which plan." : `“${word}” is not a plan.`;
        return misunderstood(`${what} Plans: ${Plan.options.join(", ")}.`);
      }
      return onData(async (usecases) => {
        const set = await usecases.setPlan({ teamId, plan: wanted.data });
        if (set === undefined) return unknownWorkspace(teamId);
        return done(`${teamId} is on ${plans[wanted.data].name} now.${unlessNoted(set)}`, {
          teamId,
          plan: wanted.data,
        });
      });
    })([team, ...more], flags),
};
