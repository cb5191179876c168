import { once } from "node:events";
import type { Log } from "../../log.ts";
import type { UserId } from "../../rules/people.ts";
import { isFullMember } from "../../rules/people.ts";
import type { Installation } from "../install/installations.ts";
import { askToken } from "../web-api/ask-token.ts";
import { rewriteWith } from "../web-api/channel-post.ts";
import { directMessages } from "../web-api/direct-message.ts";
import type { Directory } from "../web-api/directory.ts";
import type { Workplace } from "./answer.ts";

/** How long a refusal waits for the names of those who can help: it has to be told within Slack's three seconds. */
const namesWithinMs = 800;
/** More are neither named nor asked. */
const mostOthers = 5;

/** The people of an installation, and what the app says to them, whoever asked for it. */
export function createWorkplace({
  installation,
  directory,
  log,
}: {
  installation: Installation;
  directory: Directory;
  log: Log;
}): Workplace {
  const { teamId, client, installedBy } = installation;
  return {
    teamId,
    async adminsWith(named, { withinMs } = { withinMs: namesWithinMs }) {
      const [installer, admins = [], others] = await Promise.all([
        membersAmong(installedBy === undefined ? [] : [installedBy], { withinMs }),
        directory.admins(installation, { withinMs }),
        membersAmong(named, { withinMs }),
      ]);
      return [...new Set([...installer, ...admins, ...others])];
    },
    installer: () => installerOf(installation, directory),
    standingOf: (userId) => directory.standingOf({ ...installation, userId }, { anew: true }),
    nameOf: (userId) => directory.nameOf({ ...installation, userId }),
    rewrite: rewriteWith(client),
    async message(userId, message) {
      try {
        return await directMessages(client, userId)(message);
      } catch (thrown) {
        log.warn({ err: thrown, team: teamId, to: userId }, "a direct message was not taken");
        throw thrown;
      }
    },
    askToken: () => askToken(client),
  };

  /** The first of them who are full members. */
  async function membersAmong(
    people: readonly UserId[],
    { withinMs }: { withinMs: number },
  ): Promise<readonly UserId[]> {
    const found: UserId[] = [];
    const signal = AbortSignal.timeout(withinMs);
    const looking = async () => {
      for (const userId of people) {
        if (found.length === mostOthers || signal.aborted) return;
        if (await isMember(userId)) found.push(userId);
      }
    };
    await Promise.race([looking(), once(signal, "abort")]);
    return [...found];
  }

  function isMember(userId: UserId): Promise<boolean> {
    return isMemberOf(installation, { userId, directory });
  }
}

/** Who installed the app, as far as it is known, and as long as they are a full member. */
export async function installerOf(
  installation: Installation,
  directory: Directory,
): Promise<UserId | undefined> {
  const { installedBy: userId } = installation;
  return userId !== undefined && (await isMemberOf(installation, { userId, directory })) ? userId : undefined;
}

async function isMemberOf(
  installation: Installation,
  { userId, directory }: { userId: UserId; directory: Directory },
): Promise<boolean> {
  // While Slack asks us to wait it says of nobody who they are.
  const standing = await directory.standingOf({ ...installation, userId }).catch(() => "unknown" as const);
  return isFullMember(standing);
}
