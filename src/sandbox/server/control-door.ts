import { z } from "zod";
import type { Slack } from "./create-slack.ts";
import type { Answer, Asked } from "./http.ts";
import { isLoopback, json } from "./http.ts";
import type { Offer, Person } from "./person.ts";
import type { ActAnswer } from "./protocol.ts";
import { Act } from "./protocol.ts";

/** `POST /sandbox/act` and `GET /sandbox/screen?as=`: everything a person can do, by hand. */
export async function openControlDoor(slack: Slack, asked: Asked): Promise<Answer> {
  if (!isOurs(asked)) return refuse(403, "This door opens to this machine only.");
  if (asked.method === "GET" && asked.path === "/sandbox/screen") {
    const person = find(slack, asked.query.get("as") ?? "ana");
    if (typeof person === "string") return refuse(404, person);
    return {
      status: 200,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: `${person.screen()}\n`,
    };
  }
  if (asked.method !== "POST" || asked.path !== "/sandbox/act") return refuse(404, "There is no such door.");
  const act = readAct(asked.body);
  if (typeof act === "string") return refuse(400, act);
  const person = find(slack, act.as);
  if (typeof person === "string") return refuse(404, person);
  return json(await carryOut(slack, person, act));
}

async function carryOut(slack: Slack, person: Person, act: Act): Promise<ActAnswer> {
  const before = slack.exchanges.at(-1)?.id ?? 0;
  const done = await perform(person, act).then(
    (offers) => ({ ...(offers && { offers }) }),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
  const complaints = slack.complaints
    .filter((complaint) => complaint.exchange > before)
    .map(({ kind, pointer, message }) => ({ kind, pointer, message }));
  return { screen: person.screen(), ...done, ...(complaints.length > 0 && { complaints }) };
}

async function perform(person: Person, act: Act): Promise<Offer[] | undefined> {
  switch (act.do) {
    case "types":
      return nothing(person.types(act.text));
    case "starts":
      return nothing(person.starts(act.shortcut));
    case "presses":
      return nothing(person.presses(act.button, nthOf(act)));
    case "chooses":
      return nothing(person.chooses(act.menu, act.option, nthOf(act)));
    case "fills":
      return nothing(person.fills(act.fields));
    case "searches":
      return person.searches(act.menu, act.query, nthOf(act));
    case "saves":
      return nothing(person.saves(act.times === undefined ? {} : { times: act.times }));
    case "closes":
      return nothing(person.closes({ all: act.all === true }));
    case "sees":
      return nothing(person.sees(act.text));
    case "goes-to":
      person.goesTo(act.place);
      return undefined;
    case "opens-home":
      return nothing(person.opensHome());
  }
}

async function nothing(done: Promise<void>): Promise<undefined> {
  await done;
}

function nthOf({ nth }: { nth?: number | undefined }): { nth?: number } {
  return nth === undefined ? {} : { nth };
}

function readAct(body: string): Act | string {
  try {
    const read = Act.safeParse(JSON.parse(body));
    return read.success ? read.data : z.prettifyError(read.error);
  } catch {
    return "The body is not JSON.";
  }
}

function find(slack: Slack, name: string): Person | string {
  try {
    return slack.person(name);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A page of another origin may send a form or plain text here unasked, but neither JSON nor a foreign Origin gets through. */
function isOurs({ method, headers }: Asked): boolean {
  const { origin } = headers;
  if (origin !== undefined && !(URL.canParse(origin) && isLoopback(new URL(origin).host))) return false;
  return method !== "POST" || headers["content-type"]?.startsWith("application/json") === true;
}

function refuse(status: number, error: string): Answer {
  return json({ error }, { status });
}
