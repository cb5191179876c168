import { hash } from "node:crypto";
import { Fault } from "../../errors.ts";
import type { UserId } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Installation } from "../install/installations.ts";
import { whoIs } from "../listening/who.ts";
import { installerOf } from "../listening/workplace.ts";
import type { HomeScene } from "../views/home.ts";
import { drawHome } from "../views/home.ts";
import { requestsShown } from "../views/home-waiting.ts";
import type { Directory } from "../web-api/directory.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";
import { fromWebApi } from "../web-api/web-fault.ts";
import type { Opener } from "./openers.ts";

export interface PublishDeps {
  readonly usecases: Pick<UseCases, "showHome" | "seeState">;
  readonly directory: Directory;
  readonly scene: Omit<HomeScene, "workspaceName" | "installer" | "menus">;
  readonly now: () => number;
}

export type Published =
  /** They see it as it is, as far as it could be read. */
  | { readonly kind: "shown"; readonly unread: Fault | undefined }
  /** They see another one, and `mayPublish` has held this one back. */
  | { readonly kind: "held" };

/** Draws somebody's home as it is now, and gives it to Slack where it is another one than they see. */
export async function publishHome(
  opener: Opener,
  installation: Installation,
  { usecases, directory, scene, now, mayPublish }: PublishDeps & { mayPublish: () => boolean },
): Promise<Published> {
  const { sender, ask } = opener;
  const { client, teamName: workspaceName } = installation;
  // Before it is drawn, so that what changes meanwhile is seen the next time.
  const seen = await stateNow(opener, { usecases, now });
  const actor = await whoIs(sender, { installation, directory }).ask();
  if (actor.standing === "unknown" && opener.shown !== undefined) {
    throw new Fault("slack-unreachable", "Slack does not say who this is: what stands there stays");
  }
  const home = await usecases.showHome(actor, ask);
  const names = await namesOf(requestsShown(home.waiting).map(({ by }) => by));
  const installer = home.settings === undefined ? undefined : await installerOf(installation, directory);
  const view = drawHome(home, { ...scene, workspaceName, names, installer, menus: opener.menus });
  const shown = hash("sha256", JSON.stringify(view));
  if (shown !== opener.shown) {
    if (!mayPublish()) return { kind: "held" };
    await publish(client, sender.userId, view);
  }
  Object.assign(opener, { shown, seen, seenAt: now() });
  const { profiles } = home;
  return { kind: "shown", unread: profiles.kind === "unreadable" ? profiles.fault : undefined };

  async function namesOf(people: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
    const named = people.map(
      async (userId) => [userId, await directory.nameOf({ ...installation, userId })] as const,
    );
    return new Map(await Promise.all(named));
  }
}

export async function publish(
  client: SlackClient,
  userId: UserId,
  view: Parameters<SlackClient["views"]["publish"]>[0]["view"],
): Promise<void> {
  try {
    await client.views.publish({ user_id: userId, view });
  } catch (thrown) {
    throw fromWebApi(thrown);
  }
}

/** Another word when there is a reason to draw a home anew: something changed, or a minute is over. */
export async function stateNow(
  { teamId }: Pick<Opener, "teamId">,
  { usecases, now }: Pick<PublishDeps, "usecases" | "now">,
): Promise<string> {
  return `${await usecases.seeState(teamId)} ${Math.floor(now() / 60_000)}`;
}
