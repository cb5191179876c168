import type { Log } from "../../log.ts";
import type { Writers } from "../../rules/access.ts";
import { TeamId } from "../../rules/people.ts";
import type { GreetingStore } from "../../stores/greeting-store.ts";
import type { StoredInstallation } from "../../stores/installation-store.ts";
import { directMessages } from "../direct-message.ts";
import type { SlackClient } from "../slack-clients.ts";
import { drawInstalledMessage } from "../views/installed.ts";

interface GreetInstallerDeps {
  readonly command: string;
  readonly writers: Writers;
  readonly clientOf: (token: string) => SlackClient;
  readonly log: Log;
  greetingsOf(teamId: TeamId): GreetingStore;
}

/** One message to whoever installed the app, which takes the place of the Messages tab's welcome. Never rejects. */
export function greetInstaller({ command, writers, clientOf, log, greetingsOf }: GreetInstallerDeps) {
  return async ({ id, name, botToken, installedBy }: StoredInstallation): Promise<void> => {
    const client = clientOf(botToken);
    try {
      await directMessages(client, installedBy)(drawInstalledMessage({ name, command, writers }));
      const { data: teamId } = TeamId.safeParse(id);
      if (teamId !== undefined) await greetingsOf(teamId).add(installedBy);
    } catch (thrown) {
      log.warn({ err: thrown, team: id, user: installedBy }, "the installer could not be told");
    }
  };
}
