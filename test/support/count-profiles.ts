import { withOperator } from "../../src/operate.ts";
import type { Team } from "./start-team.ts";
import { acme } from "./store-in.ts";

/** How many profiles stand in the workspace's file, whatever Slack shows. */
export async function countProfiles({ config }: Pick<Team, "config">): Promise<number> {
  const shown = await withOperator(config, (usecases) => usecases.showWorkspace(acme));
  return shown?.profiles ?? 0;
}
