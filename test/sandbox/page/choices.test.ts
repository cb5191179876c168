import { describe, expect, it } from "vitest";
import {
  chosenOf,
  matching,
  peopleChoices,
  placeChoices,
  staticChoices,
} from "../../../src/sandbox/page/kit/choices.ts";
import type { Place, Scene } from "../../../src/sandbox/server/protocol.ts";

function option(text: string) {
  return { text: { type: "plain_text" as const, text }, value: text.toLowerCase() };
}

function place(id: string, kind: Place["kind"], isShared = false): Place {
  return { id, kind, isShared, name: id.toLowerCase(), workspace: "T1", hasApp: true };
}

const scene: Scene = {
  app: { id: "A1", name: "App", botUserIds: [], commands: [], shortcuts: [] },
  workspaces: [],
  people: [{ id: "U1", name: "ana", realName: "Ana Ruiz", workspace: "T1", role: "member" }],
  me: "U1",
  places: [
    place("GENERAL", "public"),
    place("SALES", "private"),
    place("PARTNERS", "public", true),
    place("DM", "app-messages"),
    place("home", "app-home"),
  ],
};

const texts = (groups: ReturnType<typeof staticChoices>) =>
  groups.map(({ label, choices }) => [label, ...choices.map(({ text }) => text)]);

describe("conversations", () => {
  it("offers what the person can open, the home apart", () => {
    expect(texts(placeChoices(scene, { type: "conversations_select" }))).toEqual([
      [undefined, "#general", "#sales", "#partners", "dm"],
    ]);
  });

  it.each([
    [{ include: ["public"] }, ["#general", "#partners"]],
    [{ include: ["private", "im"] }, ["#sales", "dm"]],
    [{ exclude_external_shared_channels: true }, ["#general", "#sales", "dm"]],
    [{ exclude_bot_users: true }, ["#general", "#sales", "#partners"]],
  ])("keeps to the filter %o", (filter, names) => {
    expect(texts(placeChoices(scene, { type: "multi_conversations_select", filter }))).toEqual([
      [undefined, ...names],
    ]);
  });

  it("offers only public ones as channels", () => {
    expect(texts(placeChoices(scene, { type: "channels_select" }))).toEqual([
      [undefined, "#general", "#partners"],
    ]);
  });
});

describe("filtering", () => {
  const groups = staticChoices({
    option_groups: [
      { label: { text: "Fruit" }, options: [option("Äpfel"), option("Pear")] },
      { label: { text: "Roots" }, options: [option("Carrot")] },
    ],
  });

  it("takes case and accents as they come and leaves out empty groups", () => {
    expect(texts(matching(groups, "APF"))).toEqual([["Fruit", "Äpfel"]]);
  });

  it("wants every word, the group's own among them", () => {
    expect(texts(matching(groups, "fruit pe"))).toEqual([["Fruit", "Pear"]]);
    expect(matching(groups, "fruit carrot")).toEqual([]);
  });

  it("offers everything for nothing", () => {
    expect(texts(matching(groups, " "))).toEqual(texts(groups));
  });
});

describe("what is chosen", () => {
  it("shows a person's name for an id, and the id of somebody unknown", () => {
    const shown = chosenOf(["U1", "U9"], peopleChoices(scene)).map(({ text }) => text);
    expect(shown).toEqual(["Ana Ruiz", "U9"]);
  });

  it("shows an option that the menu does not offer any more", () => {
    expect(chosenOf(option("Gone"), []).map(({ text, key }) => [text, key])).toEqual([["Gone", "gone"]]);
  });

  it("is nothing where nothing is held", () => {
    expect([chosenOf(null, []), chosenOf(undefined, []), chosenOf([], [])]).toEqual([[], [], []]);
  });
});
