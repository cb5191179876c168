import type { Random } from "./random.ts";

export const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  "",
  " ",
  [],
  {},
  [[[[[[]]]]]],
  "../../T0BETA",
  "T0BETA",
  "t0acme",
  "T".repeat(100),
  "U0EVE",
  "W0",
  "__proto__",
  "constructor",
  "toString",
  "x".repeat(5000),
  "字".repeat(1000),
  "\u0000",
  "\uD83D",
  "\u202E",
  "<!channel>",
  "http://127.0.0.1:1/",
  "file:///etc/passwd",
  "profile-details",
  "profile-pause",
  "profile-share-open",
  "run:list",
  "profile-form",
  '["a","b"]',
  "%",
  "'; drop table profiles; --",
];

/** The same with one to four things in it changed. */
export function mutate(payload: unknown, random: Random): unknown {
  const copy = structuredClone(payload);
  for (let times = 1 + random.below(4); times > 0; times -= 1) change(copy, random);
  return copy;
}

/** The same bytes, now and then with some of them broken, or cut off. */
export function mangle(body: Buffer, random: Random): Buffer {
  if (body.length === 0) return body;
  const broken = Buffer.from(body);
  if (random.chance(0.05))
    for (let times = 0; times < 3; times += 1) broken[random.below(broken.length)] = random.below(256);
  return random.chance(0.02) ? broken.subarray(0, random.below(broken.length)) : broken;
}

/** What a header can hold of it. */
export function headerText(value: unknown): string {
  return String(value).replace(/[^\t\x20-\x7E\x80-\xFF]/g, "?");
}

/** What a query or a form can hold of it. */
export function fieldsOf(payload: unknown): URLSearchParams {
  const fields = Object.entries(payload as object).map(([key, value]) => [key, String(value)]);
  return new URLSearchParams(Object.fromEntries(fields));
}

function change(within: unknown, random: Random): void {
  const places = placesIn(within);
  if (places.length === 0) return;
  const { owner, key } = random.pick(places);
  const how = random.below(6);
  if (how === 0) delete owner[key];
  else if (how === 1)
    define(owner, random.pick(["__proto__", "constructor", "prototype", "x"]), { polluted: true });
  else if (how === 2) owner[key] = structuredClone(random.pick(placesIn(within)).owner);
  else if (how === 3 && typeof owner[key] === "string") owner[key] = spliced(owner[key], random);
  else if (how === 4) owner[key] = nested(random.below(200));
  else owner[key] = structuredClone(random.pick(hostile));
}

interface Place {
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesIn(owner[key])]);
}

/** As JSON.parse makes it: a field of its own, whatever it is called. */
function define(owner: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

function spliced(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + String(random.pick(hostile)) + text.slice(at + random.below(5));
}

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = { deep: [value] };
  return value;
}
