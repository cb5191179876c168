import { onTestFinished } from "vitest";
import { TeamId } from "../../../src/rules/people.ts";
import { openStores } from "../../../src/stores/sql/stores.ts";
import { describeProfileStore } from "../../support/profile-store-contract.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describeProfileStore("SQLite", async () => {
  const stores = await openStores(temporaryFolder());
  onTestFinished(() => stores.close());
  return stores.profilesOf(TeamId.parse("T0ACME"));
});
