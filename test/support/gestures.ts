import type { Person } from "../../src/sandbox/server/person.ts";

/* What people do on the way to more than one thing. */

export async function opens(person: Person, name: string, button: string): Promise<void> {
  await person.types(`/icp show ${name}`);
  await person.presses(button);
}

export async function more(person: Person, name: string, entry: string): Promise<void> {
  await person.types(`/icp show ${name}`);
  await person.chooses("More actions", entry);
}

export async function edits(person: Person, name: string, limit: string): Promise<void> {
  await opens(person, name, "Edit");
  await person.fills({ "Daily prospect limit": limit, Reason: "We hired" });
  await person.saves();
}

export async function pauses(person: Person, name: string): Promise<void> {
  await opens(person, name, "Pause");
  await person.sees("Paused by you.");
}

export async function archives(person: Person, name: string): Promise<void> {
  await more(person, name, "Archive…");
  await person.saves();
  await person.sees("It is out of the list, and its name is free.");
}

export async function opensArchive(person: Person): Promise<void> {
  await person.types("/icp list");
  await person.presses("Archived (1)");
}

/** Fills in a form, closes it, and asks for a new one. */
export async function leavesDraft(person: Person, name: string): Promise<void> {
  await person.types(`/icp new ${name} again`);
  await person.fills({ Industries: ["FinTech"] });
  await person.closes();
  await person.types("/icp new");
  await person.sees("Continue your draft of");
}
