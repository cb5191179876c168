import { z } from "zod";
import { actById } from "./acts-by-id.ts";
import { actByWords, isByWords } from "./acts-by-words.ts";
import { untilStarted } from "./app-hindrance.ts";
import type { Answer, Asked, Stream } from "./http.ts";
import { json, words } from "./http.ts";
import { openLive } from "./live.ts";
import { personByName } from "./lookup.ts";
import type { Person } from "./person.ts";
import type { ActAnswer } from "./protocol.ts";
import { Act } from "./protocol.ts";
import type { SeedPerson } from "./seed.ts";
import { toExchangeDetail } from "./shown-exchange.ts";
import type { World } from "./world.ts";

export interface Behind {
  world: World;
  person(name: string): Person;
}

/** What stands in `protocol.ts`: everything a person can see and do. */
export async function openControlDoor(behind: Behind, asked: Asked): Promise<Answer | Stream> {
  const { world } = behind;
  switch (`${asked.method} ${asked.path}`) {
    case "GET /sandbox/live": {
      const person = find(world, asked);
      return typeof person === "string" ? refuse(404, person) : openLive(world, person);
    }
    case "GET /sandbox/screen": {
      const person = find(world, asked);
      return typeof person === "string" ? refuse(404, person) : words(200, behind.person(person.id).screen());
    }
    case "GET /sandbox/exchange": {
      const id = Number(asked.query.get("id"));
      const exchange = world.exchanges.find((one) => one.id === id);
      return exchange === undefined
        ? refuse(404, "This exchange is not kept any more.")
        : json(toExchangeDetail(exchange));
    }
    case "POST /sandbox/act":
      return takeAct(behind, asked);
    default:
      return refuse(404, "There is no such door.");
  }
}

async function takeAct(behind: Behind, { headers, body }: Asked): Promise<Answer> {
  // A form or plain text may come unasked from any page; JSON may not.
  if (headers["content-type"]?.startsWith("application/json") !== true) {
    return refuse(403, "An act is posted as application/json.");
  }
  const act = readAct(body);
  if (typeof act === "string") return refuse(400, act);
  const person = called(behind.world, act.as);
  return typeof person === "string" ? refuse(404, person) : json(await carryOut(behind, person, act));
}

async function carryOut({ world, person }: Behind, seed: SeedPerson, act: Act): Promise<ActAnswer> {
  const before = world.counters.exchange;
  const done = await perform().catch((error: unknown) => ({
    error: error instanceof Error ? error.message : String(error),
  }));
  const complaints = world.complaints
    .filter((complaint) => complaint.exchange > before)
    .map(({ kind, pointer, message }) => ({ kind, pointer, message }));
  return {
    ...(isByWords(act) && { screen: person(seed.id).screen() }),
    ...done,
    ...(complaints.length > 0 && { complaints }),
  };

  async function perform(): Promise<ActAnswer> {
    if (!isByWords(act)) return actById({ world, person: seed, place: { kind: "home" } }, act);
    await untilStarted(world);
    return actByWords(person(seed.id), act);
  }
}

function readAct(body: string): Act | string {
  try {
    const read = Act.safeParse(JSON.parse(body));
    return read.success ? read.data : z.prettifyError(read.error);
  } catch {
    return "The body is not JSON.";
  }
}

function find(world: World, { query }: Asked): SeedPerson | string {
  return called(world, query.get("as") ?? world.seed.people[0]?.id ?? "");
}

function called(world: World, name: string): SeedPerson | string {
  try {
    return personByName(world, name);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(status: number, error: string): Answer {
  return json({ error }, { status });
}
