import { openKashew } from "../../support/open-kashew.ts";
import { describeProfileStore } from "../../support/profile-store-contract.ts";

describeProfileStore("Kashew", async () => (await openKashew()).store());
