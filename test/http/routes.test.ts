import { expect, it } from "vitest";
import { appVersion } from "../../src/process/app-version.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { signedHeaders } from "../support/send-signed.ts";
import { startTeam } from "../support/start-team.ts";

const everywhere = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
const noPage = { ...everywhere, "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };
const page = {
  ...everywhere,
  "content-security-policy": expect.stringMatching(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  ),
  "content-type": "text/html; charset=utf-8",
  "cross-origin-opener-policy": "same-origin",
};

it("sends with every answer what keeps a browser from misusing it, and tells nothing of what runs here", async () => {
  const team = await startTeam({ seed: { seed: installSeed() } });
  const broken = "[".repeat(1000);
  const signed = { method: "POST", headers: signedHeaders(team, broken), body: broken };
  const asked: [path: string, how: RequestInit, status: number, headers: object][] = [
    ["/healthz", {}, 200, noPage],
    ["/readyz", {}, 200, noPage],
    ["/healthz", { method: "POST" }, 404, noPage],
    ["/slack/events", { method: "DELETE" }, 404, noPage],
    ["/nowhere", {}, 404, noPage],
    ["/slack/events", { method: "POST" }, 401, noPage],
    ["/slack/events", signed, 400, noPage],
    ["/slack/events", { method: "POST", body: "x".repeat(2.1e6) }, 413, noPage],
    ["/slack/install", {}, 200, page],
    ["/slack/oauth_redirect?state=1", {}, 400, page],
    ["/slack/oauth_redirect?error=access_denied", {}, 200, page],
  ];
  for (const [path, how, status, headers] of asked) {
    const answer = await fetch(`http://127.0.0.1:${team.app.port}${path}`, how);
    expect([path, answer.status]).toEqual([path, status]);
    expect(Object.fromEntries(answer.headers)).toMatchObject(headers);
    const all = [
      ...[...answer.headers].map(([name, value]) => `${name}: ${value}`),
      await answer.text(),
    ].join("\n");
    expect(all).not.toMatch(/^(server|x-powered-by)|node|bolt|\n +at |\.ts/im);
    expect(all).not.toContain(appVersion());
  }
});
