import { onTestFinished } from "vitest";
import type { KashewKey } from "../../src/rules/connection.ts";
import type { Connection } from "../../src/stores/connection-store.ts";
import type { KashewTimes } from "../../src/stores/kashew/client.ts";
import { createKashewGate } from "../../src/stores/kashew/gate.ts";
import type { ProfileStore } from "../../src/stores/profile-store.ts";
import { createDataFiles } from "../../src/stores/sql/data-files.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import type { OperatorDeps } from "../../src/usecases/operator-deps.ts";
import { bindOperatorUseCases, bindUseCases } from "../../src/usecases/use-cases.ts";
import type { KashewStub } from "../wire/kashew-stub.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";
import { makeAccess } from "./make-access.ts";
import { makeKey } from "./make-key.ts";
import { ana } from "./make-profile.ts";
import { acme, storesIn } from "./store-in.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Short, and long enough for a machine that is busy. */
const quick: KashewTimes = { read: 800, write: 800, pause: 1, rest: 40 };

/** A Kashew on loopback, and what keeps the profiles of Acme in it. */
export async function openKashew({ times = quick }: { times?: KashewTimes } = {}) {
  const key = makeKey();
  const stub = await openStub(key);
  return Object.assign(await openKashewAt({ url: stub.url, key, times }), { stub });
}

/** What keeps the profiles of Acme in the Kashew at this address, with real files in a folder of their own. */
export async function openKashewAt({
  url,
  key,
  times = quick,
}: {
  url: string;
  key: KashewKey;
  times?: KashewTimes;
}) {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const connections = stores.connectionsWith(openSeal({ kind: "own", folder }, () => undefined));
  const reported: unknown[] = [];
  let time = Date.parse("2026-05-01T12:00:00Z");
  await stores.workspaces.meet({ teamId: acme, name: "Acme" });
  await connections.connect({ teamId: acme, key, by: ana, at: new Date(time) });
  const deps = { baseUrl: url, fetch, times, now: () => time, sentOf: stores.sentOf };
  const gateOf = () =>
    createKashewGate({ ...deps, connections, report: (thrown) => void reported.push(thrown) });
  let gate = gateOf();

  return {
    ...stores,
    key,
    folder,
    connections,
    reported,
    get gate() {
      return gate;
    },
    /** As the bot and its operator have them. */
    get usecases() {
      const deps: OperatorDeps = {
        ...stores,
        connections,
        kashew: gate,
        profilesOf: ({ teamId, connection }) =>
          connection === undefined ? stores.profilesOf(teamId) : gate.profilesOf({ teamId, connection }),
        files: createDataFiles(folder),
        defaultPlan: "free",
        defaultAccess: makeAccess({ writers: "members" }),
        now: () => new Date(time),
      };
      return { ...bindUseCases(deps), ...bindOperatorUseCases(deps) };
    },
    now: () => new Date(time),
    advance(ms: number) {
      time += ms;
    },
    /** What is in memory is gone, as after a restart. */
    restart() {
      gate = gateOf();
    },
    async connection(): Promise<Connection> {
      const connection = (await stores.workspaces.find(acme))?.connection;
      if (connection === undefined) throw new Error("Acme is not connected");
      return connection;
    },
    /** As one use case gets it. */
    async store(): Promise<ProfileStore> {
      return gate.profilesOf({ teamId: acme, connection: await this.connection() });
    },
  };
}

async function openStub(key: string): Promise<KashewStub> {
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  return stub;
}
