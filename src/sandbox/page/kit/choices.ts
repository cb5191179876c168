import type { PlainTextOption } from "@slack/types";
import { offersPlace } from "../../server/conversation-filter.ts";
import type { Scene } from "../../server/protocol.ts";

/** One thing that a menu offers. */
export interface Choice {
  /** Tells it from the others: an option's value, a person's id. */
  key: string;
  text: string;
  /** Read as text even where it looks like an emoji. */
  isLiteral: boolean;
  about?: string;
  /** What the state holds of it. */
  held: unknown;
}

export interface ChoiceGroup {
  label?: string;
  choices: Choice[];
}

interface StaticElement {
  options?: PlainTextOption[];
  option_groups?: { label: { text: string }; options: PlainTextOption[] }[];
}

export function staticChoices({ options, option_groups: groups }: StaticElement): ChoiceGroup[] {
  if (groups === undefined) return [{ choices: (options ?? []).map(optionChoice) }];
  return groups.map(({ label, options: some }) => ({ label: label.text, choices: some.map(optionChoice) }));
}

function optionChoice(option: PlainTextOption): Choice {
  const { text, value = "", description } = option;
  return {
    key: value,
    text: text.text,
    isLiteral: text.emoji === false,
    ...(description && { about: description.text }),
    held: option,
  };
}

export function peopleChoices({ people }: Scene): ChoiceGroup[] {
  return [{ choices: people.map(({ id, realName, name }) => idChoice(id, realName, `@${name}`)) }];
}

/** The places that a menu of conversations or channels offers. */
export function placeChoices({ places }: Scene, menu: Parameters<typeof offersPlace>[0]): ChoiceGroup[] {
  const offered = places.filter((place) => offersPlace(menu, place));
  return [
    {
      choices: offered.map(({ id, name, kind }) => idChoice(id, kind === "app-messages" ? name : `#${name}`)),
    },
  ];
}

/** Those whose words hold every word of the query; groups that are left empty are left out. */
export function matching(groups: readonly ChoiceGroup[], query: string): ChoiceGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ text, about = "" }) => {
        const all = folded(`${text} ${about} ${group.label ?? ""}`);
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter((group) => group.choices.length > 0);
}

/** What a menu holds, as choices; an id that nobody knows stays as it is. */
export function chosenOf(held: unknown, groups: readonly ChoiceGroup[]): Choice[] {
  const all = Array.isArray(held) ? held : held === null || held === undefined ? [] : [held];
  return all.map((one: unknown) => {
    if (typeof one === "object" && one !== null) return optionChoice(one as PlainTextOption);
    const key = String(one);
    return (
      groups.flatMap(({ choices }) => choices).find((choice) => choice.key === key) ?? idChoice(key, key)
    );
  });
}

function idChoice(id: string, text: string, about?: string): Choice {
  return { key: id, text, isLiteral: true, ...(about !== undefined && { about }), held: id };
}

/** Case and accents do not count. */
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
