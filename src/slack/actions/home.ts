import type { UseCases } from "../../usecases/use-cases.ts";
import { parseListAsk, readListAsk } from "../commands/list-ask.ts";
import type { Work } from "../listening/answer.ts";
import type { Action } from "../listening/payloads.ts";
import { filteredAsk, shownAsk } from "./list-filter.ts";

/** Previous, Next and Show all, in the home's list. */
export function turnHome(command: string): Work {
  return showing(readListAsk(command));
}

export function filterHome(action: Action): Work {
  return showing(filteredAsk(action));
}

/** Enter in the home's search: as in `/icp list`, `active` or `paused` as the last word filters. */
export function searchHome({ block_id, value }: Action): Work {
  const { words, state } = parseListAsk(value ?? "");
  const before = shownAsk(block_id);
  return showing({ ...before, words, state: state === "all" ? before.state : state, page: 1 });
}

/** Check again, in the home: asks Kashew, where it has refused something, and shows how it stands now. */
export function checkHome(usecases: Pick<UseCases, "checkAgain">) {
  return (command: string): Work => ({
    async answer(actor) {
      await usecases.checkAgain(actor);
      return { kind: "home", ask: readListAsk(command) };
    },
  });
}

function showing(ask: ReturnType<typeof readListAsk>): Work {
  return { answer: async () => ({ kind: "home", ask }) };
}
