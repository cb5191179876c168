import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { act, ask, follow } from "./page-client.ts";
import { setStage } from "./stage.ts";

const paths = [
  "/",
  "/sandbox/screen",
  "/sandbox/live?as=ana",
  "/sandbox/exchange?id=1",
  "/api/auth.test",
  "/hooks/x",
];

function buildPage(): string {
  const folder = join(temporaryFolder(), "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Sandbox</title>");
  writeFileSync(join(folder, "assets", "index-BtqAxF32.js"), "export {};");
  writeFileSync(join(folder, "assets", "index-D4-_x9aZ.css"), "body {}");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, "..", "secret.txt"), "secret");
  symlinkSync(join(folder, "..", "secret.txt"), join(folder, "link.txt"));
  return folder;
}

describe("a foreign page", () => {
  it.each(paths)("gets nothing of %s, whatever it says of itself", async (path) => {
    const { slack } = await setStage();
    const { port } = new URL(slack.url);
    const strangers: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { origin: `https://127.0.0.1:${port}` },
      { host: "evil.example" },
      { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      { host: `127.0.0.1.evil.example:${port}` },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
      { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ];
    for (const headers of strangers) {
      for (const method of ["GET", "POST"]) {
        const { status, body } = await ask(slack.url, { path, method, headers });
        expect([status, body], JSON.stringify(headers)).toEqual([
          403,
          "This Slack answers on loopback, and to its own page only.\n",
        ]);
      }
    }
  });

  it("does nothing here, in whatever form it posts", async () => {
    const { slack, app } = await setStage();
    const body = JSON.stringify({ as: "ana", do: "types", text: "/icp" });
    const post = (headers: Record<string, string>) =>
      fetch(`${slack.url}/sandbox/act`, { method: "POST", headers, body }).then(({ status }) => status);
    expect(await post({ "content-type": "text/plain" })).toBe(403);
    expect(await post({ "content-type": "application/x-www-form-urlencoded" })).toBe(403);
    expect(await post({ "content-type": "application/json", origin: "https://evil.example" })).toBe(403);
    expect(app.received).toEqual([]);
    expect(await post({ "content-type": "application/json", origin: slack.url })).toBe(200);
    expect(await post({ "content-type": "application/json" })).toBe(200);
  });

  it("opens no WebSocket, not even with a good ticket", async () => {
    const { slack } = await setStage();
    const opened = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await opened.json()) as { url: string };
    const refused = new Promise<string>((resolve) => {
      new WebSocket(url, { origin: "https://evil.example" }).on("error", ({ message }) => resolve(message));
    });
    expect(await refused).toContain("403");
    expect(slack.socket.connections).toBe(0);
  });

  it("may link to this one, which a person then follows", async () => {
    const { slack } = await setStage({ page: buildPage() });
    const headers = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect((await ask(slack.url, { path: "/", headers })).status).toBe(200);
  });
});

it("answers its own page by either name of loopback", async () => {
  const { slack } = await setStage();
  const { port } = new URL(slack.url);
  for (const name of ["127.0.0.1", "localhost"]) {
    const headers = {
      host: `${name}:${port}`,
      origin: `http://${name}:${port}`,
      "sec-fetch-site": "same-origin",
    };
    expect((await ask(slack.url, { path: "/sandbox/screen?as=ana", headers })).status).toBe(200);
  }
});

it("refuses a body over five megabytes in words, and takes one below", async () => {
  const { slack } = await setStage();
  const post = (body: string) =>
    fetch(`${slack.url}/sandbox/act`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
  const refused = await post("x".repeat(5 * 1024 * 1024 + 1));
  expect([refused.status, await refused.text()]).toEqual([413, "The body is larger than 5 MB.\n"]);
  expect((await post("x".repeat(5 * 1024 * 1024))).status).toBe(400);
});

it("says that it broke, and nothing of where, and goes on", async () => {
  let isBroken = false;
  const lever = {
    id: "broken",
    label: "Broken",
    group: "Others",
    options: [],
    value() {
      if (isBroken) throw new Error("out of order");
      return "";
    },
    set: () => undefined,
  };
  const { slack } = await setStage({ levers: [lever] });
  const line = await follow(slack.url);
  isBroken = true;
  slack.refresh();
  await line.ended;
  const { status, body } = await ask(slack.url, { path: "/sandbox/live?as=ana" });
  expect([status, body]).toEqual([500, "This Slack broke: out of order"]);
  isBroken = false;
  expect((await follow(slack.url)).patches).toHaveLength(1);
});

describe("the page", () => {
  it("comes with a policy that lets nothing in but itself, and is asked for anew each time", async () => {
    const { slack } = await setStage({ page: buildPage() });
    const { status, headers, body } = await ask(slack.url, { path: "/" });
    expect([status, body]).toEqual([200, "<!doctype html><title>Sandbox</title>"]);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it.each([
    ["/assets/index-BtqAxF32.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/assets/index-D4-_x9aZ.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/icon.svg?v=2", "image/svg+xml", "no-store"],
    ["/index.html", "text/html; charset=utf-8", "no-store"],
  ])("brings %s as %s, kept as %s", async (path, type, cache) => {
    const { slack } = await setStage({ page: buildPage() });
    const { status, headers } = await ask(slack.url, { path });
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, type, cache]);
    expect((await ask(slack.url, { path, method: "HEAD" })).body).toBe("");
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//../secret.txt",
    "/link.txt",
    "/assets",
    "/assets/",
    "/index.html%00.js",
    "/%E0%A4%A",
    "/secret.txt",
  ])("is not left by way of %s", async (path) => {
    const { slack } = await setStage({ page: buildPage() });
    const { status, body } = await ask(slack.url, { path });
    expect([status, body]).toEqual([404, "There is nothing here.\n"]);
  });

  it("is only read", async () => {
    const { slack } = await setStage({ page: buildPage() });
    expect((await ask(slack.url, { path: "/", method: "DELETE" })).status).toBe(405);
  });

  it("says how it is built where it is not, while the sandbox runs", async () => {
    const { slack } = await setStage({ page: join(temporaryFolder(), "dist") });
    const { status, headers, body } = await ask(slack.url, { path: "/" });
    expect(status).toBe(503);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(body).toContain("npm run prepare");
    expect(await act(slack.url, { do: "opens", place: "C0GENERAL" })).toEqual({});
    expect((await follow(slack.url)).patches).toHaveLength(1);
  });

  it("is not there where none was asked for", async () => {
    const { slack } = await setStage();
    expect((await ask(slack.url, { path: "/" })).status).toBe(404);
  });
});
