import type { UseCases } from "../../usecases/use-cases.ts";
import { showDetails } from "../actions/show-details.ts";
import type { Work } from "../answer.ts";
import { drawFoundProfiles } from "../views/found-profiles.ts";
import { drawHelp, drawUnknownVerb } from "../views/help.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { drawProfileList } from "../views/profile-list.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { parseListAsk, printListAsk } from "./list-ask.ts";
import type { Command, Verb } from "./parse-command.ts";
import { parseCommand, printCommand } from "./parse-command.ts";

/** What a whole line asks for, typed or carried by a button. */
export function createCommand(usecases: UseCases, command: string): (text: string) => Work {
  const verbs = createVerbs(usecases, command);
  return (text) => {
    const parsed = parseCommand(text);
    return parsed.kind === "known" ? verbs[parsed.verb](parsed.rest) : sayUnknown(parsed);
  };

  /** Asks who it is even so: somebody who may not look is told that, and nothing else. */
  function sayUnknown(said: Extract<Command, { kind: "unknown" }>): Work {
    return {
      async answer(actor) {
        const answer = await usecases.describeWorkspace(actor);
        if (answer.kind === "refused") return answer;
        return { kind: "message", message: drawUnknownVerb(said, command) };
      },
    };
  }
}

/** What each verb does with the rest of the line. `command` is the command's name here, such as `/icp`. */
function createVerbs(usecases: UseCases, command: string): Record<Verb, (rest: string) => Work> {
  return {
    list(rest) {
      const ask = parseListAsk(rest);
      return {
        again: printListAsk(ask),
        async answer(actor) {
          const answer = await usecases.listProfiles(actor, ask);
          if (answer.kind === "refused") return answer;
          return { kind: "message", message: drawProfileList(answer) };
        },
      };
    },
    show(name) {
      if (name === "") return this.list("");
      return {
        opens: "ICP profile",
        again: printCommand({ verb: "show", rest: name }),
        async answer(actor, people) {
          const found = await usecases.findProfile(actor, name);
          switch (found.kind) {
            case "refused":
              return found;
            case "one":
              return showDetails(usecases)(found.profile.id).answer(actor, people);
            case "several":
            case "none":
              return { kind: "notice", notice: drawFoundProfiles(found, name) };
          }
        },
      };
    },
    new: (name) => ({
      opens: "New ICP profile",
      again: printCommand({ verb: "new", rest: name }),
      async answer(actor) {
        const answer = await usecases.beginProfile(actor);
        if (answer.kind === "refused") return answer;
        if (answer.kind === "writes-spent")
          return { kind: "notice", notice: writesSpent(answer.writes.limit) };
        const view = drawProfileForm({ values: { name }, nonce: crypto.randomUUID(), writes: answer.writes });
        return { kind: "view", view, inPlace: true };
      },
    }),
    help: () => ({
      again: "help",
      async answer(actor) {
        const answer = await usecases.describeWorkspace(actor);
        if (answer.kind === "refused") return answer;
        return { kind: "message", message: drawHelp(answer, command) };
      },
    }),
  };
}
