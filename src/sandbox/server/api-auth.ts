import type { ApiMethod } from "./api-method.ts";
import { botName } from "./api-users.ts";
import { isGood, workspaceById } from "./lookup.ts";

export const authMethods: Record<string, ApiMethod> = {
  "auth.test": {
    call: (world, { caller }) => {
      const workspace = workspaceById(world, caller.workspace);
      return {
        ok: true,
        url: `https://${workspace.domain}.slack.com/`,
        team: workspace.name,
        user: botName(world),
        team_id: workspace.id,
        user_id: caller.botUserId,
        bot_id: caller.botId,
        is_enterprise_install: false,
      };
    },
  },
  "auth.teams.list": {
    call: (world, { caller }) => {
      const { installations } = world.seed.app;
      const reached = installations.filter((one) => one.botToken === caller.botToken && isGood(world, one));
      const teams = reached.map(({ workspace: id }) => ({ id, name: workspaceById(world, id).name }));
      return { ok: true, teams, response_metadata: { next_cursor: "" } };
    },
  },
};
