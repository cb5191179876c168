import { onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import { createAllowance } from "../../src/http/allowance.ts";
import { startHttpServer } from "../../src/http/http-server.ts";
import { createRoutes } from "../../src/http/routes.ts";
import { createLog } from "../../src/log.ts";
import { createInFlight } from "../../src/process/in-flight.ts";
import { createRecentFaults } from "../../src/recent-faults.ts";
import { createRestDoor } from "../../src/rest/rest-door.ts";
import type { KeyScope } from "../../src/rules/api-key.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { bindUseCases } from "../../src/usecases/use-cases.ts";
import { acme, storesIn } from "./store-in.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where there is any. */
  readonly body: unknown;
}

/** The REST door on a socket and files of its own, without any Slack. */
export async function startRest({ perSecond = 10_000 } = {}) {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  let at = Date.parse("2026-05-01T12:00:00Z");
  const now = () => at;
  const logged: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void logged.push(line) } });
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const usecases = bindUseCases(
    depsOf(reading.config, stores, {
      seal: openSeal({ kind: "own", folder }, () => undefined),
      now,
      report: (thrown) => log.error({ err: thrown }, "unreported"),
    }),
  );
  const recentFaults = createRecentFaults();
  const door = createRestDoor({
    usecases,
    allowance: createAllowance({ perSecond, now }),
    recentFaults,
    log,
    now,
  });
  const routes = createRoutes(
    { "* /api/": door },
    { inFlight: createInFlight(), isStopping: () => false, whyNotReady: async () => undefined },
  );
  const server = await startHttpServer(routes, { host: "127.0.0.1", port: 0, log });
  onTestFinished(() => server.close());
  const url = `http://127.0.0.1:${server.port}/api/v1`;
  return {
    url,
    folder,
    stores,
    logged,
    recentFaults,
    clock: {
      advance(ms: number) {
        at += ms;
      },
      set(to: Date) {
        at = to.getTime();
      },
    },
    async makeKey(scopes: readonly KeyScope[] = ["icp:write"], teamId = acme): Promise<string> {
      const made = await stores.apiKeys.make({ teamId, scopes, by: "operator", at: new Date(at) });
      if (made.kind === "full") throw new Error("the workspace has too many keys");
      return made.secret;
    },
    ask,
    /** Posts a profile, as the documented client does. */
    create(key: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
      return ask("/icp-profiles", {
        key,
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
    },
  };

  async function ask(path: string, { key, ...init }: RequestInit & { key?: string } = {}): Promise<Answered> {
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  }
}
