import type { Person } from "../../src/sandbox/server/person.ts";

/** Creates profiles one after another, each through the command and the form. */
export async function saveProfiles(
  person: Person,
  names: readonly string[],
  fields: Parameters<Person["fills"]>[0] = {},
): Promise<void> {
  for (const name of names) {
    await person.types(`/icp new ${name}`);
    await person.sees("New ICP profile");
    await person.fills(fields);
    await person.saves();
    await person.sees("Profile saved");
    await person.closes({ all: true });
  }
}

/** "Profile 1", "Profile 2" and so on. */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Profile ${index + 1}`);
}
