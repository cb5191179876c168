import { onTestFinished } from "vitest";
import { TeamId } from "../../../src/rules/people.ts";
import { openStores } from "../../../src/stores/sql/stores.ts";
import { describeProfileLife } from "../../support/profile-life-contract.ts";
import { describeProfileStore } from "../../support/profile-store-contract.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describeProfileStore("SQLite", open);
describeProfileLife("SQLite", open);

async function open() {
  const stores = await openStores(temporaryFolder());
  onTestFinished(() => stores.close());
  return stores.profilesOf(TeamId.parse("T0ACME"));
}
