import type { WorkspaceWithin } from "../../stores/departure-store.ts";
import type { Installations } from "../install/installations.ts";
import { isTakenBack } from "../install/stored-installations.ts";
import { fromWebApi } from "./web-fault.ts";

/** Asks Slack whether an organization's app reaches one of its workspaces. Source: docs.slack.dev, `auth.teams.list`. */
export function reaches(installations: Pick<Installations, "find">) {
  return async ({ teamId, organization }: WorkspaceWithin): Promise<boolean> => {
    const installation = await installations.find({ teams: [teamId], enterpriseId: organization });
    if (installation === undefined) return false;
    try {
      let cursor: string | undefined;
      do {
        const page = { limit: 1000, ...(cursor === undefined ? {} : { cursor }) };
        const { teams = [], response_metadata } = await installation.client.auth.teams.list(page);
        if (teams.some(({ id }) => id === teamId)) return true;
        cursor = response_metadata?.next_cursor;
      } while (cursor !== undefined && cursor !== "");
      return false;
    } catch (thrown) {
      if (isTakenBack(thrown)) return false;
      throw fromWebApi(thrown);
    }
  };
}
