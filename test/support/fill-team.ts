import type { ProfileDraft } from "../../src/rules/profile.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { makeDraft } from "./make-profile.ts";
import type { Team } from "./start-team.ts";
import { acme } from "./store-in.ts";

const first = Date.parse("2026-05-01T12:00:00Z");

/** Puts profiles into a running bot's workspace, as an operator's import does, each a second newer than the one before. */
export async function fillTeam(
  { config }: Team,
  drafts: readonly (Partial<ProfileDraft> & { name: string })[],
): Promise<void> {
  const stores = await openStores(config.dataDir);
  try {
    await stores.profilesOf(acme).takeIn({
      profiles: drafts.map((draft, index) => ({
        draft: makeDraft(draft),
        createdAt: new Date(first + index * 1000).toISOString(),
      })),
      by: "operator",
      at: new Date(first),
    });
  } finally {
    await stores.close();
  }
}
