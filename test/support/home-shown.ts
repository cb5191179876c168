import type { HomeModel, Name } from "./home-model.ts";
import { now } from "./home-model.ts";

/** What stands in somebody's home, as far as the model speaks of it. */
export interface Shown {
  readonly title: string;
  readonly rows: readonly string[];
  readonly where: string;
  readonly waiting: readonly string[];
  readonly settings: readonly string[];
  readonly buttons: readonly string[];
}

const buttons = ["New profile", "Next", "Previous", "Export", "Kashew connection"];
const real = { ana: "Ana Ruiz", owen: "Owen Park", ben: "Ben Ito", cleo: "Cleo Mann", gus: "Gus Lind" };

/** As the screen has it. */
export function readShown(screen: string): Shown {
  const [home = ""] = screen.split(/\n(?:──|══|⚠)/);
  const lines = home.split("\n").map((line) => line.trim());
  const rows = lines.flatMap((line, index) =>
    line === "[Details]" ? [`${lines[index - 1]} ${lines[index + 2]?.split(" · ")[0]}`] : [],
  );
  return {
    title:
      /(?:# (\d+ .*)|\*(No ICP profiles yet|All \d+ ICP profiles are archived|The only ICP profile is archived)\.\*|(No .*?profile\b.*?)(?: Nearest:| \d+ profiles? in all)|(Guests can’t see))/
        .exec(home)
        ?.slice(1)
        .find((each) => each !== undefined) ?? "",
    rows,
    where: /^\s*(\S+ of \d+, newest first[^·]*?) ·/m.exec(home)?.[1] ?? "",
    waiting: lines
      .filter((line) => / asks to create|^You asked for access/.test(line))
      .map((line) => line.split(/ asks| Asked| \d/)[0] ?? ""),
    settings: lines.filter((line) => /^ICP admins (only|and )|^May look|^Can’t see profiles/.test(line)),
    buttons: buttons.filter((button) => home.includes(`[${button}]`)),
  };
}

/** As the model foretells it. */
export function foretell(model: HomeModel, name: Name): Shown {
  const nothing = { title: "", rows: [], where: "", waiting: [], settings: [], buttons: [] };
  if (!model.mayLook(name)) return { ...nothing, title: "Guests can’t see" };
  const total = model.live().length;
  const { found, pages, shown, rows, words, state } = model.page(name);
  const kind = state === "all" ? "" : `${state} `;
  const { length } = found;
  const counted = `${length} ${kind}ICP ${length === 1 ? "profile" : "profiles"}`;
  const match = words === "" ? "" : ` ${length === 1 ? "matches" : "match"} “${words}”`;
  const none = words === "" ? `No ${kind}profile.` : `No ${kind}profile matches “${words}”.`;
  const asked = model.looking.get(name)?.page ?? 1;
  const [first, last] = [(shown - 1) * 10 + 1, Math.min(shown * 10, length)];
  const span = first === last ? `${first}` : `${first}–${last}`;
  const past = asked > pages ? `; there is no page ${asked}` : "";
  const archived = model.profiles.length - total;
  const empty =
    archived === 0
      ? "No ICP profiles yet"
      : archived === 1
        ? "The only ICP profile is archived"
        : `All ${archived} ICP profiles are archived`;
  const isFull = name !== "gus";
  const isAdmin = model.mayAdminister(name);
  const has = (button: string, isThere: boolean) => (isThere ? [button] : []);
  return {
    title: total === 0 ? empty : length === 0 ? none : `${counted}${match}`,
    rows: total === 0 ? [] : rows.map((row) => `${row.name} ${row.isActive ? "Active" : "Paused"}`),
    where: length === 0 ? "" : `${span} of ${length}, newest first${past}`,
    waiting: [
      ...(isFull && !model.mayWrite(name) && model.requests.some(({ by }) => by === name)
        ? ["You asked for access"]
        : []),
      ...(isAdmin ? model.requests.slice(0, 5).map(({ by }) => `@${real[by]}`) : []),
    ],
    settings: isFull ? [writersOf(model), model.guestsMayLook ? "May look." : "Can’t see profiles."] : [],
    buttons: [
      ...has("New profile", model.mayWrite(name)),
      ...has("Next", length > 0 && shown < pages),
      ...has("Previous", length > 0 && shown > 1),
      ...has("Export", isAdmin),
      ...has("Kashew connection", isAdmin),
    ],
  };
}

function writersOf({ writers, chosen }: HomeModel): string {
  if (writers === "admins") return "ICP admins only.";
  if (writers === "members") return "ICP admins and all full members.";
  const named = chosen.map((name) => `@${real[name]}`);
  return `ICP admins and chosen people: ${named.join(" and ")}.`;
}

/** What is shown of the last changes that the model does not know, or that it knows otherwise. */
export function wrongChanges(
  screen: string,
  { model, name, at }: { model: HomeModel; name: Name; at: number },
): string[] {
  const section =
    /# Changed in the last ten minutes\n([\s\S]*?)(?:\n\s*# |\n\s*`\/icp help`)/.exec(screen)?.[1] ?? "";
  const shown = [...section.matchAll(/^\s*(\S+ \d+: .*)(?:\n\s*(\[Undo\]))?$/gm)].map(
    ([, what, undo]) => `${what} ${undo ?? ""}`,
  );
  const undo = model.mayWrite(name) ? "[Undo]" : "";
  const told = (within: number) =>
    (model.mayLook(name) ? model.recent(at - justNow) : [])
      .filter((profile) => at - now(profile).at < within)
      .slice(0, 5)
      .map((profile) => `${now(profile).name}: ${now(profile).what} ${undo}`);
  // One whose ten minutes end just now may be there still, or not any more.
  const sure = told(tenMinutes - justNow);
  const possible = told(tenMinutes + justNow);
  const [missing, strange] = [
    sure.filter((line, index) => shown[index] !== line),
    shown.slice(sure.length).filter((line) => !possible.includes(line)),
  ];
  return [...missing.map((line) => `not told: ${line}`), ...strange.map((line) => `told: ${line}`)];
}

const tenMinutes = 600_000;
const justNow = 30_000;
