import type { Actor } from "./actor.ts";
import { act } from "./acts.ts";
import type { Option } from "./block-kit.ts";
import { closeTop } from "./closing.ts";
import { typeCommand } from "./command.ts";
import { deliverInteraction } from "./deliver.ts";
import type { Entry } from "./entries.ts";
import { chooseIn, enterInto, fillFields } from "./fills.ts";
import type { ButtonName } from "./finds.ts";
import { findButtons, findMenus } from "./finds.ts";
import { dmMessagesFor, messagesFor } from "./messages.ts";
import { loadOptions } from "./option-loads.ts";
import { forgedInteraction } from "./payloads.ts";
import { findPlace, firstPlace, homeEvent } from "./places.ts";
import { drawScreen } from "./screen.ts";
import type { SeedPerson } from "./seed.ts";
import { startShortcut } from "./shortcut.ts";
import type { ShownMessage, ShownModal } from "./shown.ts";
import { showMessage, showModal } from "./shown.ts";
import { submitModal } from "./submit.ts";
import { topModal } from "./views.ts";
import { lament, until } from "./waiting.ts";
import type { World } from "./world.ts";

/** A person at their screen. What needs something on the screen waits until it is there, five seconds at most. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** Goes to a channel by name, to `dm` (the app's messages) or to `home` (the app's home). */
  goesTo(place: string): Person;
  /** The same as `goesTo`. */
  in(place: string): Person;
  /** Opens the app's home, of which the app hears. */
  opensHome(): Promise<void>;
  /** Types a slash command; resolves when its ack has arrived. */
  types(line: string): Promise<void>;
  /** Starts one of the app's global shortcuts by its name; resolves when its ack has arrived. */
  starts(shortcut: string): Promise<void>;
  /** Presses a button by its words, or by `{ label }`, its accessibility label. */
  presses(button: ButtonName, how?: { nth?: number }): Promise<void>;
  /** Chooses an option by its text in a menu named by its field's label, its placeholder or what it shows now. */
  chooses(menu: string, entry: Entry, how?: { nth?: number }): Promise<void>;
  /** Fills fields by their labels, of the top modal or else of a message; what was chosen before is replaced. */
  fills(entries: Readonly<Record<string, Entry>>): Promise<void>;
  /** Types into a field, by its label, and presses Enter. */
  enters(field: string, words: string): Promise<void>;
  /** Types into a type-ahead; answers with what it offers. */
  searches(menu: string, query: string, how?: { nth?: number }): Promise<Offer[]>;
  /** Presses the modal's submit. With `times`, so many submissions at once. */
  saves(how?: { times?: number }): Promise<void>;
  /** Presses Cancel; with `all`, the × that closes the whole stack. */
  closes(how?: { all?: boolean }): Promise<void>;
  /** Waits until the words stand on the screen. */
  sees(words: string | RegExp): Promise<void>;
  /** Fails at once if the words stand on the screen. */
  seesNot(words: string | RegExp): void;
  /** Waits until no modal is open. */
  seesNoModal(): Promise<void>;
  /** Sends a rightly signed interaction in this person's name with whatever content. */
  sends(payload: { type: string } & Record<string, unknown>): Promise<{ status: number; body: string }>;
  /** The whole screen as text. */
  screen(): string;
  readonly modal: ShownModal | undefined;
  /** What stands in the channel, oldest first. */
  readonly messages: ShownMessage[];
  /** What the app sent to this person directly. */
  readonly dms: ShownMessage[];
  /** Slack's own banners. */
  readonly toasts: readonly string[];
}

interface Offer {
  text: string;
  value: string;
  description: string | undefined;
}

export function createPerson(world: World, seed: SeedPerson): Person {
  const actor: Actor = { world, person: seed, place: firstPlace({ world, person: seed }) };
  const person: Person = {
    id: seed.id,
    name: seed.name,
    realName: seed.realName,
    goesTo(place) {
      actor.place = findPlace(actor, place);
      return person;
    },
    in: (place) => person.goesTo(place),
    async opensHome() {
      actor.place = { kind: "home" };
      await homeEvent(actor, "home");
    },
    types: (line) => typeCommand(actor, line),
    starts: (shortcut) => startShortcut(actor, shortcut),
    async presses(button, { nth = 1 } = {}) {
      const name = typeof button === "string" ? button : button.label;
      const found = await until(
        actor,
        `finds no button called “${name}”`,
        () => findButtons(actor, button)[nth - 1],
      );
      await act(actor, found, found.value);
    },
    chooses: (name, entry, { nth = 1 } = {}) => chooseIn(actor, { name, nth }, entry),
    enters: (field, words) => enterInto(actor, field, words),
    fills: (entries) => fillFields(actor, entries),
    async searches(menu, query, { nth = 1 } = {}) {
      const found = await until(
        actor,
        `finds no menu called “${menu}”`,
        () => findMenus(actor, menu)[nth - 1],
      );
      return (await loadOptions(actor, found, query)).map(toOffer);
    },
    saves: ({ times = 1 } = {}) => submitModal(actor, times),
    closes: ({ all = false } = {}) => closeTop(actor, all),
    async sees(words) {
      await until(
        actor,
        `does not see ${quoted(words)}`,
        () => standsIn(drawScreen(actor), words) || undefined,
      );
    },
    seesNot(words) {
      if (standsIn(drawScreen(actor), words)) throw new Error(lament(actor, `sees ${quoted(words)}`));
    },
    async seesNoModal() {
      await until(actor, "still sees a modal", () => (topModal(world, seed.id) ? undefined : true));
    },
    async sends(payload) {
      const outcome = await deliverInteraction(world, forgedInteraction(world, seed, payload), seed.id);
      return { status: outcome.exchange.status, body: String(outcome.exchange.response ?? "") };
    },
    screen: () => drawScreen(actor),
    get modal() {
      return showModal(actor);
    },
    get messages() {
      const { place } = actor;
      return place.kind === "home"
        ? []
        : messagesFor(world, seed, place.id).map((one) => showMessage(actor, one));
    },
    get dms() {
      return dmMessagesFor(world, seed).map((one) => showMessage(actor, one));
    },
    get toasts() {
      return (world.toasts.get(seed.id) ?? []).map(({ text }) => text);
    },
  };
  return person;
}

function toOffer({ text, value, description }: Option): Offer {
  return { text: text.text, value, description: description?.text };
}

function quoted(words: string | RegExp): string {
  return typeof words === "string" ? `“${words}”` : String(words);
}

/** Line breaks and indentation of the drawing do not count. */
function standsIn(screen: string, words: string | RegExp): boolean {
  return typeof words === "string" ? squash(screen).includes(squash(words)) : words.test(screen);
}

function squash(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
