import type { AccessSettings } from "../rules/access.ts";
import type { UserId } from "../rules/people.ts";
import { TeamId } from "../rules/people.ts";
import type { InstallationId } from "../stores/installation-store.ts";
import type { Deps } from "./permit.ts";
import { accessOf } from "./show-access.ts";

/**
 * Tells whoever installed the app what it is, and who may do what there; in an organization, what holds where a
 * workspace sets nothing else.
 */
export async function greetInstaller(
  deps: Deps,
  { id, userId }: { id: InstallationId; userId: UserId },
  tell: (access: AccessSettings) => Promise<unknown>,
): Promise<void> {
  const greetings = deps.installerGreetings;
  // First, since the conversation with the app may be open, and would tell them too.
  const isNew = await greetings.add({ id, userId });
  try {
    const { data: teamId } = TeamId.safeParse(id);
    await tell(teamId === undefined ? deps.defaultAccess : await accessOf(deps, teamId));
  } catch (thrown) {
    if (isNew) await greetings.remove({ id, userId });
    throw thrown;
  }
}
