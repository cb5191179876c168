import type { ActById } from "./acts-by-id.ts";
import type { Person } from "./person.ts";
import type { Act, ActAnswer } from "./protocol.ts";

export type ActByWords = Exclude<Act, ActById>;

const names: Record<ActByWords["do"], true> = {
  types: true,
  starts: true,
  presses: true,
  chooses: true,
  fills: true,
  enters: true,
  searches: true,
  saves: true,
  closes: true,
  sees: true,
  "goes-to": true,
  "opens-home": true,
};

export function isByWords(act: Act): act is ActByWords {
  return Object.hasOwn(names, act.do);
}

/** Does what somebody says who reads the screen. */
export async function actByWords(person: Person, act: ActByWords): Promise<Pick<ActAnswer, "offers">> {
  switch (act.do) {
    case "types":
      await person.types(act.text);
      return {};
    case "starts":
      await person.starts(act.shortcut);
      return {};
    case "presses":
      await person.presses(act.button, nthOf(act));
      return {};
    case "chooses":
      await person.chooses(act.menu, act.option, nthOf(act));
      return {};
    case "fills":
      await person.fills(act.fields);
      return {};
    case "enters":
      await person.enters(act.field, act.text);
      return {};
    case "searches":
      return { offers: await person.searches(act.menu, act.query, nthOf(act)) };
    case "saves":
      await person.saves(act.times === undefined ? {} : { times: act.times });
      return {};
    case "closes":
      await person.closes({ all: act.all === true });
      return {};
    case "sees":
      await person.sees(act.text);
      return {};
    case "goes-to":
      person.goesTo(act.place);
      return {};
    case "opens-home":
      await person.opensHome();
      return {};
  }
}

function nthOf({ nth }: { nth?: number | undefined }): { nth?: number } {
  return nth === undefined ? {} : { nth };
}
