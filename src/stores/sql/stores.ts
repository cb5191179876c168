import { join } from "node:path";
import type { TeamId } from "../../rules/people.ts";
import type { AccessStore } from "../access-store.ts";
import type { AuditStore } from "../audit-store.ts";
import type { CardStore } from "../card-store.ts";
import type { DraftStore } from "../draft-store.ts";
import type { ProfileStore } from "../profile-store.ts";
import type { StoreHealth } from "../store-health.ts";
import type { WorkspaceStore } from "../workspace-store.ts";
import { createSqlAccessStore } from "./access-store.ts";
import { createSqlAuditStore } from "./audit-store.ts";
import { createSqlCardStore } from "./card-store.ts";
import { createSqlDraftStore } from "./draft-store.ts";
import { createSqlProfileStore } from "./profile-store.ts";
import { createStoreHealth } from "./store-health.ts";
import { createWorkspaceFiles } from "./workspace-files.ts";
import { openSqlWorkspaceStore } from "./workspace-store.ts";

export interface Stores {
  readonly workspaces: WorkspaceStore;
  profilesOf(teamId: TeamId): ProfileStore;
  cardsOf(teamId: TeamId): CardStore;
  accessOf(teamId: TeamId): AccessStore;
  draftsOf(teamId: TeamId): DraftStore;
  auditOf(teamId: TeamId): AuditStore;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

/** The stores of one data folder: `control.sqlite`, and a file for each workspace in `workspaces/`. */
export async function openStores(folder: string): Promise<Stores> {
  const workspaces = await openSqlWorkspaceStore(folder);
  const files = createWorkspaceFiles(join(folder, "workspaces"));
  return {
    workspaces,
    health: createStoreHealth(folder),
    profilesOf: (teamId) => createSqlProfileStore(files, teamId),
    cardsOf: (teamId) => createSqlCardStore(files, teamId),
    accessOf: (teamId) => createSqlAccessStore(files, teamId),
    draftsOf: (teamId) => createSqlDraftStore(files, teamId),
    auditOf: (teamId) => createSqlAuditStore(files, teamId),
    async close() {
      await files.close();
      await workspaces.close();
    },
  };
}
