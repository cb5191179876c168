import { writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TeamId } from "../../src/rules/people.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { benchDrafts } from "./fill-folder.ts";
import type { Effort, Try } from "./rounds.ts";
import { inTurn } from "./rounds.ts";
import type { Row } from "./row.ts";
import { ratioRow } from "./row.ts";
import type { Setup } from "./setup.ts";
import type { App } from "./start-app.ts";
import { freePort, isListening, startApp } from "./start-app.ts";

/** What `bare-rest.mjs` reads. */
interface BareRestSettings {
  readonly port: number;
  /** A new SQLite file. */
  readonly database: string;
  /** What it answers to a list. */
  readonly listed: string;
}

/** Each workspace's plan has 2,000 requests an hour. */
const workspaces = 12;
const profiles = 100;
const inFlight = 10;

/**
 * So many times the usual warm-up for what writes: until a file's journal has its size, each commit makes it longer,
 * which takes up to twice as long as to write over it. The bare app's one file is there sooner than our twelve.
 */
const untilJournalsAreFull = 5;

/** Programs with keys, each of a workspace of its own in turn. */
export async function measurePrograms(setup: Setup, folder: string, effort: Effort): Promise<Row[]> {
  const data = join(folder, "programs");
  const keys = await fill(data);
  const ours = await setup.startOursOn(data);
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  let asked = 0;
  const ask = (app: App, body?: string): Promise<string> => {
    asked += 1;
    const key = keys[asked % keys.length] ?? "";
    return send(new URL("/api/v1/icp-profiles", app.url), { agent, key, body });
  };
  const bare = await startBare(folder, await ask(ours));
  const many = (app: App) => timed(() => Promise.all(Array.from({ length: inFlight }, () => ask(app))));
  const one = (app: App) => timed(() => ask(app, JSON.stringify(profileCalled(`Program ${asked}`))));
  try {
    const read = await inTurn({ bare: many(bare), ours: many(ours) }, effort);
    const written = await inTurn(
      { bare: one(bare), ours: one(ours) },
      { ...effort, warmUp: effort.warmUp * untilJournalsAreFull },
    );
    return [
      ratioRow(`API: ${profiles} profiles listed, ${inFlight} at once (bare: hono)`, read, 1.67),
      ratioRow("API: a profile created (bare: hono and one row, `synchronous=FULL`)", written, 1.8),
    ];
  } finally {
    agent.destroy();
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

/** Answers the keys. */
async function fill(folder: string): Promise<string[]> {
  const stores = await openStores(folder);
  const at = new Date();
  const keys: string[] = [];
  for (let index = 0; index < workspaces; index += 1) {
    const teamId = TeamId.parse(`T0PROGRAM${index}`);
    await stores.workspaces.meet({ teamId, name: `Program ${index}` });
    await stores.profilesOf(teamId).takeIn({ profiles: benchDrafts(profiles), by: "operator", at });
    const made = await stores.apiKeys.make({ teamId, scopes: ["icp:write"], by: "operator", at });
    if (made.kind === "made") keys.push(made.secret);
  }
  await stores.close();
  return keys;
}

async function startBare(folder: string, listed: string): Promise<App> {
  const port = await freePort();
  const settings: BareRestSettings = { port, database: join(folder, "bare-rest.sqlite"), listed };
  const file = join(folder, "bare-rest.json");
  await writeFile(file, JSON.stringify(settings));
  const path = fileURLToPath(new URL("bare-rest.mjs", import.meta.url));
  return startApp([path, file], { port, log: join(folder, "log"), isReady: isListening });
}

function profileCalled(name: string) {
  return {
    name,
    description: "Those who sell to banks and insurers.",
    target_industries: ["FinTech", "SaaS"],
    target_company_sizes: ["51-200"],
    target_job_titles: ["VP Sales", "Chief Revenue Officer"],
    target_countries: ["Germany", "Austria"],
  };
}

function timed(work: () => Promise<unknown>): Try {
  return async () => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
}

/** Answers the body. */
function send(
  url: URL,
  { agent, key, body }: { agent: Agent; key: string; body: string | undefined },
): Promise<string> {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(body !== undefined && {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    }),
  };
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const asked = request(url, { agent, method, headers }, (answer) => {
      const { statusCode } = answer;
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        if (statusCode === 200 || statusCode === 201) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`it answered ${statusCode}`));
      });
    });
    asked.on("error", reject).end(body);
  });
}
