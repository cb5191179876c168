import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { openForm } from "../actions/open-form.ts";
import { showDetails } from "../actions/show-details.ts";
import type { Work } from "../listening/answer.ts";
import type { Route } from "../listening/listen.ts";
import { drawFoundProfiles } from "../views/found-profiles.ts";
import { drawHelp, drawUnknownVerb } from "../views/help.ts";
import { accessCommand } from "./access.ts";
import { connectCommand } from "./connect.ts";
import { keysCommand } from "./keys.ts";
import { listCommand } from "./list.ts";
import { parseListAsk } from "./list-ask.ts";
import type { Command, Verb } from "./parse-command.ts";
import { guestVerbs, parseCommand, printCommand, unquoted } from "./parse-command.ts";

interface CommandDeps {
  readonly usecases: UseCases;
  /** The command's name here, such as `/icp`. */
  readonly command: string;
  readonly supportUrl?: string | undefined;
  /** Whether programs are answered. */
  readonly restApi: boolean;
  doctor(rest: string): Work;
}

/** What a whole line asks for, typed or carried by a button. */
export function createCommand(deps: CommandDeps): (text: string) => Route<Work> {
  const { usecases, command } = deps;
  const verbs = createVerbs(deps);
  return (text) => {
    const parsed = parseCommand(text);
    if (parsed.kind === "unknown") return { did: "unknown", ...sayUnknown(parsed) };
    return { did: parsed.verb, ...verbs[parsed.verb](parsed.rest) };
  };

  /** Asks who it is even so: somebody who may not look is told that, and nothing else. */
  function sayUnknown(said: Extract<Command, { kind: "unknown" }>): Work {
    return {
      async answer(actor) {
        const answer = await usecases.describeWorkspace(actor);
        if (answer.kind === "refused") return answer;
        const { nearest, ...rest } = said;
        const { isGuest } = answer;
        const isHidden = isGuest && nearest !== undefined && !guestVerbs.includes(nearest);
        return { kind: "message", message: drawUnknownVerb(isHidden ? rest : said, { command, isGuest }) };
      },
    };
  }
}

/** What each verb does with the rest of the line. */
function createVerbs({
  usecases,
  command,
  supportUrl,
  restApi,
  doctor,
}: CommandDeps): Record<Verb, (rest: string) => Work> {
  return {
    list: (rest) => listCommand(usecases)(parseListAsk(rest)),
    show(rest) {
      const name = rest.replace(/^"([^"]*)"$/, "$1").trim();
      if (name === "") return this.list("");
      // As Details shows it, and as its own retry says it.
      if (ProfileId.safeParse(name).success) return showDetails(usecases)(name);
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
    new: (rest) =>
      openForm(usecases)({
        name: unquoted(rest),
        draft: "offered",
        again: printCommand({ verb: "new", rest }),
      }),
    help: () => ({
      again: "help",
      async answer(actor) {
        const answer = await usecases.describeWorkspace(actor);
        if (answer.kind === "refused") return answer;
        return { kind: "message", message: drawHelp(answer, { command, supportUrl }) };
      },
    }),
    access: accessCommand(usecases),
    connect: connectCommand(usecases),
    keys: keysCommand(usecases, restApi),
    doctor,
  };
}
