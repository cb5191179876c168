import { join } from "node:path";
import { toKashewDraft } from "../../src/kashew/own-copy.ts";
import { TeamId, UserId } from "../../src/rules/people.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { makeKey } from "../support/make-key.ts";
import type { KashewStub } from "../wire/kashew-stub.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";
import type { Door } from "./door.ts";
import { openDoor } from "./door.ts";
import { benchDrafts, fillFolder, nameOf } from "./fill-folder.ts";
import { commandForm } from "./forms.ts";
import type { Effort, Try } from "./rounds.ts";
import { inTurn } from "./rounds.ts";
import type { Row } from "./row.ts";
import { extraRow } from "./row.ts";
import type { Setup } from "./setup.ts";

const profiles = 100;
const key = makeKey();

/** Acme's list where its profiles are in Kashew: one on loopback, in this process. */
export async function measureKashew(setup: Setup, folder: string, effort: Effort): Promise<Row[]> {
  const kashew = await startKashewStub({ keys: [key] });
  for (const { draft, createdAt } of benchDrafts(profiles)) {
    kashew.make({ ...toKashewDraft(draft), created_at: createdAt });
  }
  const folders = { local: join(folder, "kept-here"), connected: join(folder, "kept-in-kashew") };
  await fillFolder(folders.local, profiles);
  const connected = await openConnected(folders.connected);
  const apps = {
    local: await setup.startOursOn(folders.local),
    connected: await setup.startOursOn(folders.connected, { KASHEW_API_URL: kashew.url }),
  };
  const local = openDoor(apps.local.url, setup.slack.signingSecret);
  const remote = openDoor(apps.connected.url, setup.slack.signingSecret);
  // Of a new connection nothing is in memory.
  const readAnew: Try = async () => {
    await connected.connect();
    const before = kashew.asked.length;
    const ms = await list(remote);
    if (kashew.asked.length !== before + 1) throw new Error("the list was not read from Kashew once");
    return ms;
  };
  try {
    const read = await inTurn({ bare: () => fetchFrom(kashew), ours: readAnew }, effort);
    const kept = await inTurn({ bare: () => list(local), ours: () => list(remote) }, effort);
    return [
      extraRow(`\`/icp list\`, ${profiles} profiles read from Kashew (bare: the fetch alone)`, read, 10),
      extraRow(`\`/icp list\`, ${profiles} profiles of Kashew’s in memory (bare: kept here)`, kept, 2),
    ];
  } finally {
    local.close();
    remote.close();
    await Promise.all([apps.local.stop(), apps.connected.stop()]);
    await Promise.all([connected.close(), kashew.close()]);
  }
}

/** A data folder in which Acme is connected, and connected anew each time that is asked for. */
async function openConnected(folder: string) {
  const stores = await openStores(folder);
  const teamId = TeamId.parse("T0ACME");
  const by = UserId.parse("U0ANA");
  const connections = stores.connectionsWith(openSeal({ kind: "own", folder }, () => undefined));
  const connect = () => connections.connect({ teamId, key, by, at: new Date() });
  await stores.workspaces.meet({ teamId, name: "Acme" });
  await connect();
  return { connect, close: () => stores.close() };
}

async function list(door: Door): Promise<number> {
  const { body, ms } = await door.send(commandForm("list"));
  if (!body.includes(nameOf(profiles - 1))) throw new Error(`the list is not in ${body}`);
  return ms;
}

/** As the bot asks: over a line of its own. */
async function fetchFrom({ url }: KashewStub): Promise<number> {
  const began = performance.now();
  const headers = { authorization: `Bearer ${key}`, connection: "close" };
  await (await fetch(`${url}/icp-profiles`, { headers })).text();
  return performance.now() - began;
}
