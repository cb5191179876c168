import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { installSeed } from "../../../src/sandbox/server/install-seed.ts";
import type { Team } from "../../support/start-team.ts";
import { startTeam } from "../../support/start-team.ts";

const start = (settings: Parameters<typeof startTeam>[0] = {}) =>
  startTeam({ seed: { seed: installSeed() }, ...settings });

/** `fetch` would write a Host of its own. */
async function get({ app }: Team, path: string, headers: Record<string, string>) {
  const asked = request({ host: "127.0.0.1", port: app.port, path, headers, agent: false }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, page: await text(answer) };
}

it("lets nobody keep the install pages from others, and tells them apart by the header that is named", async () => {
  const team = await start({ requestsPerSecond: 1, trustedProxyHeader: "x-forwarded-for" });
  let visits = 0;
  async function visit(address: string, path = "/slack/install") {
    visits += 1;
    // What a client wrote itself stands before what the proxy added.
    const answer = await get(team, path, { "x-forwarded-for": `192.0.2.${visits}, ${address}` });
    if (answer.status === 429) expect(answer.headers["retry-after"]).toBe("5");
    return answer.status;
  }
  const many = (address: string) => [1, 2, 3, 4, 5].map(() => visit(address));
  expect(await Promise.all(many("198.51.100.1"))).toEqual([200, 200, 200, 200, 200]);
  expect(await visit("198.51.100.1")).toBe(429);
  expect(await visit("198.51.100.1", "/slack/oauth_redirect?state=1&code=1")).toBe(429);
  expect(await visit("198.51.100.2")).toBe(200);
  await Promise.all(many("2001:db8::1"));
  expect(await visit("2001:db8::2")).toBe(429);
  expect(
    team.logged.filter((line) => line.includes("too many")).map((line) => JSON.parse(line)),
  ).toMatchObject([
    { status: 429, address: "198.51.100.1" },
    { status: 429, address: "198.51.100.1" },
    { status: 429, address: "2001:db8::2" },
  ]);
  team.clock.advance(1000);
  expect(await visit("198.51.100.1")).toBe(200);
  await fetch(`http://127.0.0.1:${team.app.port}/slack/events`, {
    method: "POST",
    headers: { "x-forwarded-for": "198.51.100.3" },
  });
  expect(team.logged.at(-1)).toContain('"address":"198.51.100.3"');
});

it("leads nobody to an address that a link or a header names", async () => {
  const team = await start({ supportUrl: "https://example.com/help" });
  const evil = "https://evil.example/";
  const headers = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  const asked = new URLSearchParams({ redirect_uri: evil, next: evil, url: evil, state: evil, error: evil });
  const links: string[] = [];
  for (const path of [
    `/slack/install?${asked}`,
    `/slack/oauth_redirect?${asked}`,
    `/slack/oauth_redirect?${asked}&code=${evil}`,
    `/slack/oauth_redirect?error=access_denied&${asked}`,
    "//evil.example/slack/install",
    "/slack/install/..//evil.example",
  ]) {
    const { page, headers: answered } = await get(team, path, headers);
    expect([path, answered.location, page.includes("evil")]).toEqual([path, undefined, false]);
    links.push(
      ...[...page.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&")),
    );
  }
  const here = `http://127.0.0.1:${team.app.port}`;
  const origins = new Set(links.map((href) => new URL(href, here).origin));
  expect(origins).toEqual(new Set([here, team.slack.url, "https://example.com"]));
  expect(new URL(links[0] ?? "").searchParams.get("redirect_uri")).toBe(`${here}/slack/oauth_redirect`);
});
