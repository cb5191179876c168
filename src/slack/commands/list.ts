import type { ListAsk } from "../../stores/profile-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Work } from "../listening/answer.ts";
import { drawProfileList } from "../views/profile-list.ts";
import { printListAsk } from "./list-ask.ts";

/** `/icp list`. With `menus`, its menus are other ones than those that stood there before. */
export function listCommand(usecases: Pick<UseCases, "listProfiles">) {
  return (ask: ListAsk, menus?: string): Work => ({
    again: printListAsk(ask),
    async answer(actor, place) {
      const answer = await usecases.listProfiles(actor, ask);
      if (answer.kind === "refused") return answer;
      const { creating } = answer;
      const isNamed = answer.page.total === 0 && creating !== undefined;
      const grantors = isNamed ? await place.adminsWith(creating.access.icpAdmins) : [];
      return { kind: "message", message: drawProfileList(answer, { grantors, menus }) };
    },
  });
}

/** The list in the place of itself, once a menu in it has opened something: see `Work.renews`. */
export function renewList(usecases: Pick<UseCases, "listProfiles">) {
  const list = listCommand(usecases);
  return (ask: ListAsk): Work => list(ask, crypto.randomUUID());
}
