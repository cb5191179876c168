import { WebClient } from "@slack/web-api";
import { expect, it } from "vitest";
import { defaultSeed } from "../../../src/sandbox/server/seed.ts";
import { setStage } from "./stage.ts";

it("tells a caller who the bot is", async () => {
  const { call } = await setStage();
  expect(await call("auth.test")).toEqual({
    ok: true,
    url: "https://acme.slack.com/",
    team: "Acme",
    user: "icp_profiles",
    team_id: "T0ACME",
    user_id: "U0APPBOT",
    bot_id: "B0APPBOT",
    is_enterprise_install: false,
  });
});

it("answers the real WebClient, with the scopes in a header", async () => {
  const { slack } = await setStage();
  const client = new WebClient(slack.botToken(), { slackApiUrl: slack.apiUrl });
  const answer = await client.users.info({ user: "U0ANA" });
  expect(answer.user?.is_primary_owner).toBe(true);
  expect(answer.response_metadata?.scopes).toEqual(["commands", "chat:write", "users:read"]);
});

it("reads JSON bodies with the token in the header", async () => {
  const { slack } = await setStage();
  const response = await fetch(`${slack.apiUrl}users.info`, {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      authorization: `Bearer ${slack.botToken()}`,
    },
    body: JSON.stringify({ user: "U0BEN" }),
  });
  expect(await response.json()).toMatchObject({ ok: true, user: { real_name: "Ben Ito" } });
});

it("refuses no token, a wrong token, a revoked token and a method that is not there", async () => {
  const { slack, call } = await setStage();
  expect(await call("auth.test", {}, "")).toEqual({ ok: false, error: "not_authed" });
  expect(await call("auth.test", {}, "xoxb-wrong")).toEqual({ ok: false, error: "invalid_auth" });
  expect(await call("chat.imagine")).toMatchObject({ ok: false, error: "unknown_method" });
  expect(await call("toString")).toMatchObject({ ok: false, error: "unknown_method" });
  slack.revokeToken();
  expect(await call("auth.test")).toEqual({ ok: false, error: "token_revoked" });
});

it("names the scope that is missing and those that are there", async () => {
  const seed = defaultSeed();
  seed.app.scopes = ["commands"];
  const { call } = await setStage({ seed });
  expect(await call("users.info", { user: "U0ANA" })).toEqual({
    ok: false,
    error: "missing_scope",
    needed: "users:read",
    provided: "commands",
  });
  expect(await call("chat.postMessage", { channel: "C0GENERAL", text: "hi" })).toMatchObject({
    needed: "chat:write",
  });
  expect(await call("conversations.open", { users: "U0ANA" })).toMatchObject({ needed: "im:write" });
});

it("knows the roles of its own people, and of others only that they are others", async () => {
  const { slack, call } = await setStage();
  const user = async (id: string) => (await call("users.info", { user: id })).user;
  expect(await user("U0OWEN")).toMatchObject({ is_admin: true, is_owner: false, is_restricted: false });
  expect(await user("U0GUS")).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
  expect(await user("U0DIA")).toMatchObject({ deleted: true });
  expect(await user("U0DIA")).not.toHaveProperty("is_admin");
  expect(await user("U0EVE")).toMatchObject({ team_id: "T0BETA", is_stranger: false });
  expect(await user("U0EVE")).not.toHaveProperty("is_admin");
  expect(await user("U0APPBOT")).toMatchObject({ is_bot: true });
  expect(await call("users.info", { user: "U0NOBODY" })).toEqual({ ok: false, error: "user_not_found" });
  slack.setRole("ben", "owner");
  expect(await user("U0BEN")).toMatchObject({ is_owner: true, is_primary_owner: false });
});

it("hands out its people page by page", async () => {
  const { call } = await setStage();
  const first = await call("users.list", { limit: 4 });
  const second = await call("users.list", { limit: 4, cursor: first.response_metadata.next_cursor });
  const names = [...first.members, ...second.members].map((member: { name: string }) => member.name);
  expect(names).toEqual(["ana", "owen", "ben", "gus", "dia", "icp_profiles"]);
  expect(second.response_metadata.next_cursor).toBe("");
  expect(await call("users.list", { cursor: "nonsense" })).toEqual({ ok: false, error: "invalid_cursor" });
});

it("fails the next calls of a method as a test wishes, and then works again", async () => {
  const { slack, call } = await setStage();
  slack.failNext("auth.test", { status: 429, retryAfter: 7 });
  const limited = await fetch(`${slack.apiUrl}auth.test`, { method: "POST" });
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
  slack.failNext("auth.test", { status: 500 });
  expect((await fetch(`${slack.apiUrl}auth.test`, { method: "POST" })).status).toBe(500);
  slack.failNext("auth.test", "fatal_error", 2);
  expect(await call("auth.test")).toEqual({ ok: false, error: "fatal_error" });
  expect(await call("auth.test")).toEqual({ ok: false, error: "fatal_error" });
  expect(await call("auth.test")).toMatchObject({ ok: true });
});

it("leaves a call hanging until it closes", async () => {
  const { slack, call } = await setStage();
  slack.failNext("auth.test", "hang");
  const hanging = call("auth.test");
  const failed = expect(hanging).rejects.toThrow("fetch failed");
  await call("users.info", { user: "U0ANA" });
  await slack.close();
  await failed;
});

it("holds a call until it is released, so that something can happen meanwhile", async () => {
  const { slack, ana, call } = await setStage();
  const held = slack.hold("chat.postMessage");
  const posting = call("chat.postMessage", { channel: "C0GENERAL", text: "late news" });
  await held.arrived;
  await call("auth.test");
  ana.seesNot("late news");
  held.release();
  expect(await posting).toMatchObject({ ok: true });
  await ana.sees("late news");
});

it("keeps a record of every exchange, without tokens", async () => {
  const { slack, call } = await setStage();
  await call("users.info", { user: "U0ANA" });
  expect(slack.exchanges).toMatchObject([
    {
      direction: "from-app",
      kind: "users.info",
      payload: { user: "U0ANA" },
      status: 200,
      response: { ok: true },
    },
  ]);
  expect(JSON.stringify(slack.exchanges)).not.toContain("xoxb-");
});

it("answers to loopback names only", async () => {
  const { slack } = await setStage();
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => {
    const { port } = new URL(slack.url);
    request(
      { port, host: "127.0.0.1", path: "/api/auth.test", headers: { host: "evil.example" } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end();
  });
  expect(status).toBe(403);
});
