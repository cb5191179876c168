import { expect, onTestFinished } from "vitest";
import type { SlackOptions } from "../../../src/sandbox/server/create-slack.ts";
import { createSlack } from "../../../src/sandbox/server/create-slack.ts";
import { startFakeApp } from "./fake-app.ts";

export const noon = Date.parse("2026-05-19T12:00:00Z");

/** A Slack with a clock of its own, an app connected to it, and Ana. Unless told otherwise, the app may not send what Slack would refuse. */
export async function setStage({ refused = false, ...options }: SlackOptions & { refused?: boolean } = {}) {
  const clock = { ms: noon };
  const slack = await createSlack({ now: () => clock.ms, ...options });
  const app = await startFakeApp(slack.signingSecret);
  slack.connectApp(app.url);
  onTestFinished(async () => {
    await slack.close();
    await app.close();
    if (!refused) expect(slack.complaints).toEqual([]);
  });
  return {
    slack,
    app,
    ana: slack.person("ana"),
    pass: (ms: number) => {
      clock.ms += ms;
    },
    /** Calls the Web API as WebClient does: a form, with JSON strings inside. */
    call: (method: string, args: Record<string, unknown> = {}, token = slack.botToken()) =>
      callApi(slack.apiUrl + method, { token, ...args }),
  };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

/** Opens a modal for somebody by way of a command. */
export async function openModal(stage: Stage, view: unknown, person = stage.ana) {
  let answer: Record<string, unknown> = {};
  stage.app.on("command", async ({ trigger_id }) => {
    answer = await stage.call("views.open", { trigger_id, view });
    return undefined;
  });
  await person.types("/icp new");
  // biome-ignore lint/suspicious/noExplicitAny: an answer of this Slack, which the test looks into
  return answer as any;
}

/** Posts to a response_url. */
export async function respond(url: string, message: unknown) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  return { status: response.status, body: await response.text() };
}

async function callApi(url: string, args: Record<string, unknown>) {
  const fields = Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)] as [string, string],
    );
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields) });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: an answer of this Slack, which the test looks into
  return (text.startsWith("{") ? JSON.parse(text) : { text }) as any;
}
