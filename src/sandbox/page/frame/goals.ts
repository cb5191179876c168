import type { Place, Scene } from "../../server/protocol.ts";
import { roleInWords } from "../roles.ts";
import type { IconName } from "./icon-lines.ts";

/** Where Ctrl+K can lead: to a place, or into another person's shoes. */
export interface Goal {
  kind: "place" | "person";
  /** A place's id, or a person's short name. */
  id: string;
  label: string;
  hint: string;
  icon: IconName;
}

export function goalsOf({ app, people, places, me }: Scene): Goal[] {
  return [
    ...places.map((place) => toGoal(place, app.name)),
    ...people
      .filter(({ id }) => id !== me)
      .map(
        ({ name, realName, role }): Goal => ({
          kind: "person",
          id: name,
          label: realName,
          hint: `Act as · ${roleInWords(role)}`,
          icon: "eye",
        }),
      ),
  ];
}

/** What begins with the words comes before what only holds them. */
export function goalsFor(query: string, goals: readonly Goal[]): Goal[] {
  const wanted = query.trim().replace(/^[#@]/, "").toLowerCase();
  if (wanted === "") return [...goals];
  const rank = ({ label }: Goal) => {
    const name = label.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.split(/[\s-]+/).some((word) => word.startsWith(wanted))) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  return goals.filter((goal) => rank(goal) < 3).sort((one, other) => rank(one) - rank(other));
}

function toGoal({ id, name, kind }: Place, appName: string): Goal {
  switch (kind) {
    case "app-home":
      return { kind: "place", id, label: appName, hint: "Home", icon: "home" };
    case "app-messages":
      return { kind: "place", id, label: appName, hint: "Messages", icon: "bot" };
    case "private":
      return { kind: "place", id, label: name, hint: "Private channel", icon: "lock" };
    case "public":
      return { kind: "place", id, label: name, hint: "Channel", icon: "hash" };
  }
}
