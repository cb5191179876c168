import { TeamId } from "../../src/rules/people.ts";
import type { OperatorUseCases } from "../../src/usecases/use-cases.ts";
import type { Attack } from "./attack.ts";
import { fieldsOf, headerText, hostile, mangle, mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import type { Forged, Sender } from "./sender.ts";

/** Well under what the Business plan includes in an hour, and its writes in a day. */
const perTenant = 1000;

interface Tenant {
  readonly write: string;
  readonly read: string;
  /** The newest profiles of which the API has told, with their tags. */
  readonly known: { id: string; tag: string }[];
}

type Request = Required<Pick<Forged, "method" | "path">> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Record<string, unknown>;
};

/** So many workspaces with keys that this many requests are within their plans; the first one is Acme. */
export async function makeTenants(usecases: OperatorUseCases, requests: number): Promise<readonly Tenant[]> {
  const tenants: Tenant[] = [];
  for (let index = 0; index <= Math.ceil(requests / perTenant); index += 1) {
    const teamId = TeamId.parse(index === 0 ? "T0ACME" : `T0API${index}`);
    const write = await usecases.makeKey({ teamId, scopes: ["icp:write"] });
    const read = await usecases.makeKey({ teamId, scopes: [] });
    if (write.kind === "full" || read.kind === "full") throw new Error(`${teamId} has too many keys`);
    tenants.push({ write: write.secret, read: read.secret, known: [] });
  }
  return tenants;
}

/** Mutations of all that programs ask, most of them with a good key, so that they get past its check. */
export function attackApi({ send }: Sender, tenants: readonly Tenant[]): Attack {
  let sent = 0;
  return async (random) => {
    const tenant = tenants[Math.floor(sent / perTenant) % tenants.length] ?? random.pick(tenants);
    sent += 1;
    const { method, path, headers, body } = requestOf(tenant, random, sent);
    const text = body === undefined ? "" : JSON.stringify(random.chance(0.3) ? body : mutate(body, random));
    const bytes = mangle(Buffer.from(random.chance(0.003) ? text.padEnd(300_000) : text), random);
    const answer = await send(bytes, {
      method,
      path: random.chance(0.97) ? path : `/api/v1/${random.pick(odd)}`,
      headers: {
        ...headers,
        ...(body !== undefined && {
          "content-type": random.chance(0.97) ? "application/json" : random.pick(types),
        }),
        ...authorizationOf(tenant, { random, tenants }),
      },
    });
    note(tenant, answer);
    const { status } = answer;
    return { door: "the API", status, unsound: method === "HEAD" ? [] : complaintsOf(answer) };
  };
}

const odd = [
  "",
  "icp-profiles/",
  "icp-profiles//",
  "icp-profiles/%00",
  "icp-profiles/%E0%A4%A",
  "../..",
  "openapi.json/x",
];
const types = [
  "text/plain",
  "",
  "application/json; charset=utf-7",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
];

function requestOf({ known }: Tenant, random: Random, number: number): Request {
  const all = "/api/v1/icp-profiles";
  const one =
    known.length > 0 && random.chance(0.8) ? random.pick(known) : { id: someId(random), tag: '"1"' };
  const path = `${all}/${one.id}`;
  const ways: (() => Request)[] = [
    () => ({ method: "GET", path: `${all}?${queryOf(random)}` }),
    () => ({ method: "POST", path: all, headers: idempotencyOf(random), body: wholeProfile(number) }),
    () => ({ method: "GET", path }),
    () => ({ method: "PATCH", path, headers: ifMatchOf(random, one.tag), body: changeOf(random, number) }),
    () => ({ method: "DELETE", path, headers: random.chance(0.3) ? {} : ifMatchOf(random, one.tag) }),
    () => ({
      method: random.pick(["HEAD", "PUT", "OPTIONS", "POST", "DELETE"]),
      path: random.pick([all, path]),
    }),
    () => ({ method: random.pick(["GET", "HEAD", "POST"]), path: "/api/v1/openapi.json" }),
  ];
  // Creations come twice, so that there is something to change.
  return random.pick([...ways, ...ways.slice(0, 5), ...ways.slice(1, 2)])();
}

function wholeProfile(number: number): Record<string, unknown> {
  return {
    name: `Segment ${number}`,
    description: "Banks that lend",
    is_active: true,
    target_industries: ["FinTech", "Banking"],
    target_company_sizes: ["51-200"],
    target_job_titles: ["VP Sales"],
    target_seniority_levels: ["VP"],
    target_departments: ["Sales"],
    target_countries: ["Switzerland"],
    min_confidence_score: 0.8,
    daily_prospect_limit: 25,
    generation_schedule: "daily",
  };
}

function changeOf(random: Random, number: number): Record<string, unknown> {
  const fields = Object.entries(wholeProfile(number)).filter(() => random.chance(0.3));
  return { ...Object.fromEntries(fields), reason: "We closed the office" };
}

function queryOf(random: Random): string {
  const asked = { limit: "10", search: "segment", active: "true", cursor: cursor };
  const some = Object.fromEntries(Object.entries(asked).filter(() => random.chance(0.5)));
  const query = fieldsOf(random.chance(0.3) ? some : mutate(some, random)).toString();
  return random.chance(0.95) ? query : `${query}&limit=%zz&%=&cursor=%00&limit=1`;
}

const cursor = Buffer.from("2026-05-01T12:00:00.000Z 7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11").toString(
  "base64url",
);

function someId(random: Random): string {
  const id = "7b9de8a4-2c69-4e8e-9b0b-6d5c7d3f1a11";
  return encodeURIComponent(String(random.pick([id, id.toUpperCase(), random.pick(hostile)])).toWellFormed());
}

function ifMatchOf(random: Random, tag: string): Record<string, string> {
  const strange = [
    "*",
    `W/${tag}`,
    '"',
    '"1", "2", "3"',
    ",,,",
    '"'.repeat(3000),
    `"${"9".repeat(400)}"`,
    random.pick(hostile),
  ];
  return { "if-match": random.chance(0.6) ? tag : headerText(random.pick(strange)) };
}

function idempotencyOf(random: Random): Record<string, string> {
  if (random.chance(0.6)) return {};
  const given = [crypto.randomUUID(), `again-${random.below(20)}`, "x".repeat(256), random.pick(hostile)];
  return { "idempotency-key": headerText(random.pick(given)) };
}

function authorizationOf(
  { write, read }: Tenant,
  { random, tenants }: { random: Random; tenants: readonly Tenant[] },
): Record<string, string | string[]> {
  if (random.chance(0.9)) return { authorization: `Bearer ${write}` };
  const at = random.below(write.length);
  const strange: Record<string, string | string[]>[] = [
    {},
    { authorization: `bearer   ${write}` },
    { authorization: `Bearer ${random.pick(tenants).write}` },
    { authorization: [`Bearer ${write}`, `Bearer ${read}`] },
    { authorization: headerText(`Bearer ${write.slice(0, at)}${random.pick(hostile)}${write.slice(at)}`) },
    { authorization: headerText(random.pick(hostile)) },
  ];
  return random.chance(0.5) ? { authorization: `Bearer ${read}` } : random.pick(strange);
}

function note({ known }: Tenant, { headers, body, status }: Awaited<ReturnType<Sender["send"]>>): void {
  const { etag: tag } = headers;
  if (tag === undefined || (status !== 200 && status !== 201)) return;
  const id = /"id":"([0-9a-f-]{36})"/.exec(body)?.[1];
  if (id === undefined) return;
  const at = known.findIndex((one) => one.id === id);
  if (at >= 0) known.splice(at, 1);
  known.push({ id, tag });
  if (known.length > 30) known.shift();
}

/** Whatever is said is JSON, and a refusal has its sentence. */
function complaintsOf({ status, body, headers }: Awaited<ReturnType<Sender["send"]>>): string[] {
  const isJson = headers["content-type"]?.startsWith("application/json") ?? false;
  if (!isJson) return body === "" || status === 400 ? [] : [`${status} with ${body}`];
  const { detail } = JSON.parse(body) as { detail?: unknown };
  return status < 400 || detail !== undefined ? [] : [`${status} without a detail: ${body}`];
}
