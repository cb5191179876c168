import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { secretsIn } from "../../src/config.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import type { Exchange } from "../../src/sandbox/server/world.ts";
import { leaksIn, leaksInExchanges, leaksInFiles, ownSecrets } from "./find-leaks.ts";
import { createBrowser } from "./install-app.ts";
import { startTeam } from "./start-team.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const secret = ownSecrets.stateSecret;

it("knows each secret that a bot is given, and each that Slack sends it", async () => {
  const { slack, app, config } = await startTeam({ seed: { seed: installSeed({ tokenLifeSeconds: 60 }) } });
  const browser = createBrowser(`http://127.0.0.1:${app.port}`);
  const back = await browser.consent(await browser.begin(), { home: "T0ACME", person: "U0ANA" });
  await browser.open(back);
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.presses("New profile");
  const sent = slack.exchanges.filter(({ direction }) => direction === "to-app");
  const ofSlack = sent.flatMap(({ payload }) => {
    const { token, trigger_id, response_url } = payload as Record<string, string>;
    return [token, trigger_id, response_url];
  });
  expect(ofSlack).toHaveLength(6);
  const secrets = [...secretsIn(config), slack.botToken(), slack.appToken, back, ...ofSlack];
  expect(secrets.filter((text) => leaksIn("it", String(text)).length === 0)).toEqual([]);
});

it("names the line and the exchange in which a secret stands, and takes a trigger where it belongs for none", () => {
  expect(leaksIn("the log", `{"msg":"took ${secret}"}`)).toEqual([
    `the log: {"msg":"took ${secret.slice(0, 12)}`,
  ]);
  expect(leaksIn("the log", `{"msg":"took none"}`)).toEqual([]);
  const found = leaksInExchanges([
    makeExchange({ direction: "to-app", kind: "command", payload: secret, response: "" }),
    makeExchange({ direction: "to-app", kind: "block_actions", response: `{"text":"${secret}"}` }),
    makeExchange({ kind: "views.open", payload: { trigger_id: secret } }),
    makeExchange({ kind: "views.open", payload: { trigger_id: secret, view: { title: secret } } }),
    makeExchange({ kind: "chat.postMessage", payload: { trigger_id: secret } }),
    makeExchange({ kind: "apps.connections.open", payload: {}, response: secret }),
  ]);
  expect(found.map((leak) => leak.split(":")[0])).toEqual([
    "exchange 1, block_actions",
    "exchange 1, views.open",
    "exchange 1, chat.postMessage",
  ]);
});

it("names the files in whose name or bytes a secret stands", () => {
  const folder = join(temporaryFolder(), "data");
  mkdirSync(join(folder, "inside"), { recursive: true });
  writeFileSync(join(folder, "none.sqlite"), "nothing");
  writeFileSync(
    join(folder, "inside", "raw.sqlite-wal"),
    Buffer.concat([Buffer.alloc(9), Buffer.from(secret)]),
  );
  writeFileSync(join(folder, secret), "");
  expect(leaksInFiles(folder).sort()).toEqual([
    join(folder, secret),
    join(folder, "inside", "raw.sqlite-wal"),
  ]);
  rmSync(folder, { recursive: true });
});

function makeExchange(rest: Partial<Exchange>): Exchange {
  return {
    id: 1,
    at: 0,
    direction: "from-app",
    kind: "",
    payload: {},
    isPending: false,
    status: 200,
    response: "",
    ackMs: 0,
    complaints: [],
    ...rest,
  };
}
