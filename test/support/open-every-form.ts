import { expect } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";

const menus = ["Industries", "Countries", "Job titles", "Departments"];

/** Opens whatever is asked of one profile beside all others, and what each menu offers; then shares it. */
export async function openEveryForm(person: Person, name: string): Promise<void> {
  for (const [entry, title] of [
    ["Edit", "Edit ICP profile"],
    ["Make a copy", "New ICP profile"],
    ["Owner…", "Owner"],
    ["Archive…", "Archive profile"],
    ["Share…", "Share profile"],
  ] as const) {
    await person.types(`/icp show "${name}"`);
    await person.sees("Finding prospects");
    if (person.modal?.buttons.includes(entry)) await person.presses(entry);
    else await person.chooses("More actions", entry);
    await expect.poll(() => person.modal?.title, { timeout: 5000 }).toBe(title);
    if (entry === "Edit") await searchEveryMenu(person);
    if (entry !== "Share…") await person.closes({ all: true });
  }
  await person.saves();
  await person.sees("is shared.");
  await person.closes({ all: true });
}

/** With nothing typed, with what many profiles have, and with what nobody has. */
export async function searchEveryMenu(person: Person): Promise<void> {
  for (const menu of menus) {
    for (const typed of ["", "Title", "Qwxyz zzz"]) {
      const { length } = await person.searches(menu, typed);
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(100);
    }
  }
}
