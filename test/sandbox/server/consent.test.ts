import { expect, it, onTestFinished } from "vitest";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import { installSeed } from "../../../src/sandbox/server/install-seed.ts";

const redirectUri = "http://127.0.0.1:9/slack/oauth_redirect";
const consentOfAna = { home: "T0ACME", person: "U0ANA", answer: "allow" };

async function setUp(options: Parameters<typeof installSeed>[0] = {}) {
  const clock = { ms: Date.now() };
  const slack = await createSlack({ seed: installSeed(options), now: () => clock.ms });
  onTestFinished(() => slack.close());
  slack.allowRedirect(redirectUri);
  const { SLACK_CLIENT_ID: client_id = "", SLACK_CLIENT_SECRET: client_secret = "" } = slack.installEnv;
  const asks = { client_id, redirect_uri: redirectUri, scope: "commands,chat:write", state: "s&1" };

  function link(more: Record<string, string> = {}) {
    return `${slack.url}/oauth/v2/authorize?${new URLSearchParams({ ...asks, ...more })}`;
  }

  async function post(form: Record<string, string>, headers: Record<string, string> = { origin: slack.url }) {
    return fetch(link(), { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
  }

  async function code(form: Record<string, string> = consentOfAna): Promise<string> {
    const location = (await post(form)).headers.get("location") ?? "";
    return new URL(location).searchParams.get("code") ?? "";
  }

  async function access(args: Record<string, string>): Promise<Record<string, unknown>> {
    const body = new URLSearchParams({ client_id, client_secret, redirect_uri: redirectUri, ...args });
    const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, { method: "POST", body });
    return (await answer.json()) as Record<string, unknown>;
  }

  async function test(token: unknown): Promise<unknown> {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${slack.apiUrl}auth.test`, { method: "POST", headers });
    return answer.json();
  }

  return { slack, clock, link, post, code, access, test };
}

it("shows the app, its scopes, and who may install it where", async () => {
  const { link } = await setUp();
  const page = await fetch(link());
  const text = await page.text();
  for (const words of [
    "ICP Profiles",
    "chat:write",
    "Globex North",
    "Globex<",
    "Ana Ruiz, owner",
    "Allow",
    "Cancel",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("Gus Lind");
  expect(page.headers.get("content-security-policy")).not.toContain("unsafe");
});

it.each([
  [{ client_id: "another" }, "invalid_client_id"],
  [{ redirect_uri: "https://evil.example/" }, "bad_redirect_uri"],
  [{ scope: "admin" }, "invalid_scope"],
  [{ scope: "" }, "invalid_scope"],
])("shows %j as a wrong link, and leads nowhere", async (more, error) => {
  const { link } = await setUp();
  const page = await fetch(link(more), { redirect: "manual" });
  expect([page.status, await page.text()]).toEqual([400, expect.stringContaining(error)]);
});

it("leads back with the app's state, and with a no where it was no", async () => {
  const { post } = await setUp();
  const no = await post({ ...consentOfAna, answer: "cancel" });
  expect([no.status, no.headers.get("location")]).toEqual([
    303,
    `${redirectUri}?error=access_denied&state=s%261`,
  ]);
  const yes = new URL((await post(consentOfAna)).headers.get("location") ?? "");
  expect(yes.searchParams.get("state")).toBe("s&1");
});

it("takes a yes from its own page alone, and from those alone who may install", async () => {
  const { post } = await setUp();
  expect((await post(consentOfAna, { origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ ...consentOfAna, person: "U0GUS" })).status).toBe(400);
  expect((await post({ ...consentOfAna, person: "U0FINN" })).status).toBe(400);
});

it("gives a token for a code once, to the app that knows its secret and address", async () => {
  const { access, code, clock, test } = await setUp();
  expect(await access({ code: await code(), client_secret: "x" })).toEqual({
    ok: false,
    error: "bad_client_secret",
  });
  expect(await access({ code: await code(), client_id: "x" })).toEqual({
    ok: false,
    error: "invalid_client_id",
  });
  expect(await access({ code: await code(), redirect_uri: "http://127.0.0.1:9/" })).toEqual({
    ok: false,
    error: "bad_redirect_uri",
  });
  const late = await code();
  clock.ms += 10 * 60_000 + 1;
  expect(await access({ code: late })).toEqual({ ok: false, error: "code_expired" });
  const good = await code();
  const answer = await access({ code: good });
  expect(answer).toMatchObject({
    ok: true,
    team: { id: "T0ACME", name: "Acme" },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: "U0ANA" },
    scope: "commands,chat:write",
  });
  expect(await access({ code: good })).toEqual({ ok: false, error: "invalid_code" });
  expect(await test(answer.access_token)).toMatchObject({ ok: true, team_id: "T0ACME" });
});

it("gives an organization one token for all its workspaces", async () => {
  const { access, code, slack } = await setUp();
  const answer = await access({ code: await code({ home: "E0GLOBEX", person: "W0NOA", answer: "allow" }) });
  expect(answer).toMatchObject({
    team: null,
    enterprise: { id: "E0GLOBEX", name: "Globex" },
    is_enterprise_install: true,
  });
  expect([slack.botToken("T0NORTH"), slack.botToken("T0SOUTH")]).toEqual([
    answer.access_token,
    answer.access_token,
  ]);
});

it("takes the app away from one workspace of an organization, and gives it back", async () => {
  const { access, code, slack } = await setUp();
  const { access_token: token } = await access({
    code: await code({ home: "E0GLOBEX", person: "W0NOA", answer: "allow" }),
  });
  async function call(method: string, args: Record<string, string> = {}): Promise<unknown> {
    const headers = { authorization: `Bearer ${token}` };
    const body = new URLSearchParams(args);
    return (await fetch(`${slack.apiUrl}${method}`, { method: "POST", headers, body })).json();
  }
  const [north, south] = [
    { id: "T0NORTH", name: "Globex North" },
    { id: "T0SOUTH", name: "Globex South" },
  ];
  expect(await call("auth.teams.list")).toMatchObject({ ok: true, teams: [north, south] });
  await slack.uninstall("T0NORTH");
  expect(await call("auth.teams.list")).toMatchObject({ ok: true, teams: [south] });
  expect(await call("users.list", { team_id: "T0NORTH" })).toMatchObject({
    error: "team_access_not_granted",
  });
  expect(await call("users.list", { team_id: "T0SOUTH" })).toMatchObject({ ok: true });
  expect(await call("users.list")).toMatchObject({ error: "missing_argument" });
  await slack.install("T0NORTH");
  expect(await call("users.list", { team_id: "T0NORTH" })).toMatchObject({ ok: true });
});

it("rotates tokens: a refresh token works once, an access token for its time", async () => {
  const { access, code, clock, test, slack } = await setUp({ tokenLifeSeconds: 3600 });
  const first = await access({ code: await code() });
  const refresh = { grant_type: "refresh_token", refresh_token: String(first.refresh_token) };
  const second = await access(refresh);
  expect(second).toMatchObject({ ok: true, expires_in: 3600 });
  expect(await access(refresh)).toEqual({ ok: false, error: "invalid_refresh_token" });
  expect(await test(first.access_token)).toMatchObject({ ok: true });
  clock.ms += 3600_000;
  expect(await test(first.access_token)).toEqual({ ok: false, error: "token_expired" });
  slack.revokeToken("T0ACME");
  expect(await access({ ...refresh, refresh_token: String(second.refresh_token) })).toEqual({
    ok: false,
    error: "token_revoked",
  });
});

it("records neither code, secret nor token", async () => {
  const { access, code, slack } = await setUp({ tokenLifeSeconds: 3600 });
  const yes = await code();
  const { access_token: token, refresh_token: refresh } = await access({ code: yes });
  const record = JSON.stringify(slack.exchanges);
  for (const secret of [yes, token, refresh, slack.installEnv.SLACK_CLIENT_SECRET]) {
    expect(record).not.toContain(secret);
  }
});
