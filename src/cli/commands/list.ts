import { plans } from "../../rules/plan.ts";
import type { ListedWorkspace } from "../../usecases/list-workspaces.ts";
import type { Command } from "./command.ts";
import { onData, tooMuch } from "./command.ts";
import { done } from "./outcome.ts";

export const list: Command = {
  form: "list",
  says: "the workspaces this bot has met",
  read: (words) =>
    words.length > 0
      ? tooMuch(words)
      : onData(async (usecases) => {
          const workspaces = await usecases.listWorkspaces();
          const none = "No workspace yet: the bot has not been started on this data.";
          return done(workspaces.length === 0 ? none : workspaces.map(draw).join("\n"), { workspaces });
        }),
};

function draw({ teamId, name, plan, unknownPlan }: ListedWorkspace): string {
  const shown =
    unknownPlan === undefined
      ? plans[plan].name
      : `unknown plan “${unknownPlan}”: set one that this version knows`;
  return `${teamId}\t${shown}\t${name}`;
}
