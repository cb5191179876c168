import { expect, it } from "vitest";
import { goalsFor, goalsOf } from "../../../src/sandbox/page/frame/goals.ts";
import { moved } from "../../../src/sandbox/page/frame/moved.ts";
import type { Scene } from "../../../src/sandbox/server/protocol.ts";

const goals = goalsOf({
  app: { id: "A1", name: "ICP Profiles", botUserIds: [], commands: [], shortcuts: [] },
  workspaces: [{ id: "T1", name: "Acme", isInstalled: true }],
  people: [person("ana", "Ana Ruiz"), person("ben", "Ben Ito"), person("gen", "Sol Gen")],
  me: "U-ana",
  places: [
    place("home", "app-home", "Home"),
    place("C2", "private", "leads-general"),
    place("C1", "public", "general"),
  ],
});

it("leads to every place and into everybody else's shoes", () => {
  expect(goals.map(({ kind, id, label }) => `${kind} ${id} ${label}`)).toEqual([
    "place home ICP Profiles",
    "place C2 leads-general",
    "place C1 general",
    "person ben Ben Ito",
    "person gen Sol Gen",
  ]);
});

it("puts what begins with the words first, then what has a word that does", () => {
  expect(goalsFor("gen", goals).map(({ label }) => label)).toEqual(["general", "leads-general", "Sol Gen"]);
  expect(goalsFor("#general", goals)[0]?.id).toBe("C1");
  expect(goalsFor(" BEN ", goals).map(({ id }) => id)).toEqual(["ben"]);
  expect(goalsFor("nowhere", goals)).toEqual([]);
});

it("goes round in a list, and nowhere in an empty one", () => {
  expect([moved("ArrowDown", 2, 3), moved("ArrowUp", 0, 3), moved("End", 0, 3), moved("Home", 2, 3)]).toEqual(
    [0, 2, 2, 0],
  );
  expect(moved("ArrowUp", -1, 3)).toBe(2);
  expect(moved("ArrowDown", 0, 0)).toBeUndefined();
  expect(moved("x", 0, 3)).toBeUndefined();
});

function person(name: string, realName: string): Scene["people"][number] {
  return { id: `U-${name}`, name, realName, workspace: "T1", role: "member" };
}

function place(id: string, kind: Scene["places"][number]["kind"], name: string): Scene["places"][number] {
  return { id, name, kind, workspace: "T1", isShared: false, hasApp: true };
}
