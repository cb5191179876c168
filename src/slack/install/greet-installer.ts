import type { Log } from "../../log.ts";
import type { StoredInstallation } from "../../stores/installation-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { drawInstalledMessage } from "../views/installed.ts";
import { directMessages } from "../web-api/direct-message.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";

/** One message to whoever installed the app, which takes the place of the Messages tab's welcome. Never rejects. */
export function greetInstaller(
  usecases: Pick<UseCases, "greetInstaller">,
  { command, clientOf, log }: { command: string; clientOf: (token: string) => SlackClient; log: Log },
) {
  return async ({ id, name, botToken, installedBy: userId }: StoredInstallation): Promise<void> => {
    const tell = directMessages(clientOf(botToken), userId);
    const isOrganization = id.startsWith("E");
    try {
      await usecases.greetInstaller({ id, userId }, (access) =>
        tell(drawInstalledMessage({ name, command, access, isOrganization })),
      );
    } catch (thrown) {
      log.warn({ err: thrown, team: id, user: userId }, "the installer could not be told");
    }
  };
}
