import { join } from "node:path";
import type { TeamId } from "../../rules/people.ts";
import type { AccessStore } from "../access-store.ts";
import type { ApiKeyStore } from "../api-key-store.ts";
import type { AuditStore } from "../audit-store.ts";
import type { CardStore } from "../card-store.ts";
import type { ConnectionStore } from "../connection-store.ts";
import type { DepartureStore } from "../departure-store.ts";
import type { DraftStore } from "../draft-store.ts";
import type { GreetingStore, InstallerGreetingStore } from "../greeting-store.ts";
import type { InstallationStore } from "../installation-store.ts";
import type { ReminderStore } from "../reminder-store.ts";
import type { SentStore } from "../sent-store.ts";
import type { StoreHealth } from "../store-health.ts";
import type { WorkspaceStore } from "../workspace-store.ts";
import { createSqlAccessStore } from "./access-store.ts";
import { createSqlApiKeyStore } from "./api-key-store.ts";
import { createSqlAuditStore } from "./audit-store.ts";
import { createSqlCardStore } from "./card-store.ts";
import { createSqlConnectionStore } from "./connection-store.ts";
import { openControlFile } from "./control-file.ts";
import { teamsIn } from "./data-files.ts";
import { createSqlDepartureStore } from "./departure-store.ts";
import { createSqlDraftStore } from "./draft-store.ts";
import { traceOf } from "./file-trace.ts";
import { createSqlGreetingStore } from "./greeting-store.ts";
import { createSqlInstallationStore } from "./installation-store.ts";
import { createSqlInstallerGreetingStore } from "./installer-greeting-store.ts";
import type { LocalProfileStore } from "./profile-store.ts";
import { createSqlProfileStore } from "./profile-store.ts";
import { createSqlReminderStore } from "./reminder-store.ts";
import type { Seal } from "./sealed.ts";
import { createSqlSentStore } from "./sent-store.ts";
import { createStoreHealth } from "./store-health.ts";
import { createWorkspaceFiles } from "./workspace-files.ts";
import { createSqlWorkspaceStore } from "./workspace-store.ts";

export interface Stores {
  readonly workspaces: WorkspaceStore;
  readonly apiKeys: ApiKeyStore;
  profilesOf(teamId: TeamId): LocalProfileStore;
  cardsOf(teamId: TeamId): CardStore;
  accessOf(teamId: TeamId): AccessStore;
  draftsOf(teamId: TeamId): DraftStore;
  auditOf(teamId: TeamId): AuditStore;
  greetingsOf(teamId: TeamId): GreetingStore;
  readonly installerGreetings: InstallerGreetingStore;
  sentOf(teamId: TeamId): SentStore;
  /** The workspaces of which there is a file. */
  teams(): Promise<readonly TeamId[]>;
  /** Another word after each change of what the workspace keeps, whoever made it; empty where it keeps nothing. Asking takes no time. */
  traceOf(teamId: TeamId): string;
  readonly departures: DepartureStore;
  readonly reminders: ReminderStore;
  /** Tokens are sealed with what is given. */
  installationsWith(seal: Seal): InstallationStore;
  /** Keys to Kashew are sealed with what is given. */
  connectionsWith(seal: Seal): ConnectionStore;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

/** The stores of one data folder: `control.sqlite`, and a file for each workspace in `workspaces/`. */
export async function openStores(folder: string): Promise<Stores> {
  const control = await openControlFile(folder);
  const workspaces = join(folder, "workspaces");
  const files = createWorkspaceFiles(workspaces);
  return {
    workspaces: createSqlWorkspaceStore(control),
    apiKeys: createSqlApiKeyStore(control),
    departures: createSqlDepartureStore(control),
    reminders: createSqlReminderStore(control),
    installerGreetings: createSqlInstallerGreetingStore(control),
    installationsWith: (seal) => createSqlInstallationStore(control, seal),
    connectionsWith: (seal) => createSqlConnectionStore(control, seal),
    health: createStoreHealth(folder),
    profilesOf: (teamId) => createSqlProfileStore(files, teamId),
    cardsOf: (teamId) => createSqlCardStore(files, teamId),
    accessOf: (teamId) => createSqlAccessStore(files, teamId),
    draftsOf: (teamId) => createSqlDraftStore(files, teamId),
    auditOf: (teamId) => createSqlAuditStore(files, teamId),
    greetingsOf: (teamId) => createSqlGreetingStore(files, teamId),
    sentOf: (teamId) => createSqlSentStore(files, teamId),
    teams: () => teamsIn(workspaces),
    traceOf: (teamId) => traceOf(join(workspaces, `${teamId}.sqlite`)),
    async close() {
      await files.close();
      await control.close();
    },
  };
}
