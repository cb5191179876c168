import { TeamId } from "../../src/rules/people.ts";
import { ProfileDraft } from "../../src/rules/profile.ts";
import { entriesOf } from "../../src/rules/vocabulary/entries.ts";
import type { TypedField } from "../../src/rules/vocabulary/suggest.ts";
import { typedFields } from "../../src/rules/vocabulary/suggest.ts";
import type { ForeignProfile } from "../../src/stores/profile-store.ts";
import { openStores } from "../../src/stores/sql/stores.ts";

const words = [
  "North",
  "Alpine",
  "Harbour",
  "Cedar",
  "Quartz",
  "Meadow",
  "Falcon",
  "Copper",
  "Lumen",
  "Vega",
];
const parts = ["Clinics", "Carriers", "Lenders", "Builders", "Schools", "Grocers", "Insurers", "Studios"];

/** The `index`th name, no two alike: "Alpine Carriers 17". */
export function nameOf(index: number): string {
  return `${words[index % words.length]} ${parts[(index >> 3) % parts.length]} ${index}`;
}

/** The field with the largest vocabulary. */
export const widestField = typedFields.reduce<TypedField>(
  (widest, field) => (entriesOf(field, []).length > entriesOf(widest, []).length ? field : widest),
  "industries",
);

/** So many profiles, each with two words of its own in the widest field. */
export function benchDrafts(profiles: number): ForeignProfile[] {
  return Array.from({ length: profiles }, (_, index) => ({
    draft: ProfileDraft.parse({
      name: nameOf(index),
      description: "Those who sell to banks and insurers.",
      industries: ["FinTech", "SaaS"],
      companySizes: ["51-200"],
      jobTitles: ["VP Sales", "Chief Revenue Officer"],
      countries: ["Germany", "Austria"],
      [widestField]: [`${nameOf(index)} Lead`, `${nameOf(index)} Owner`],
    }),
    createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  }));
}

/** A data folder in which Acme has so many of them. */
export async function fillFolder(folder: string, profiles: number): Promise<void> {
  const stores = await openStores(folder);
  await stores
    .profilesOf(TeamId.parse("T0ACME"))
    .takeIn({ profiles: benchDrafts(profiles), by: "operator", at: new Date() });
  await stores.close();
}
