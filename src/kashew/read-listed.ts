import { z } from "zod";
import type { Known, Profile, ProfileField } from "../rules/profile.ts";
import { defaults, ProfileId } from "../rules/profile.ts";
import { cleanLine } from "../rules/text.ts";
import type { KashewField } from "./dialect.ts";
import { kashewNames } from "./dialect.ts";

/** One profile of Kashew's answer, as far as it could be read. */
export interface ListedProfile {
  readonly profile: Profile;
  /** The fields that the answer does not have at all. */
  readonly absent: readonly ProfileField[];
}

export interface ListedProfiles {
  readonly profiles: readonly ListedProfile[];
  /** How many have no id or no name to be known by. */
  readonly skipped: number;
}

/** Source: Kashew's API page, the answer of `GET /icp-profiles`. The other fields are accepted and never returned. */
export const returnedFields = [
  "name",
  "description",
  "isActive",
  "industries",
  "jobTitles",
  "countries",
  "dailyLimit",
  "createdAt",
] as const satisfies readonly ProfileField[];

const Listed = z.object({ profiles: z.array(z.unknown()) });
const Given = z.looseObject({ id: ProfileId, name: z.string() });

/** Stands in for a time that is not known, and sorts last. */
const longAgo = new Date(0).toISOString();

/** Reads the answer of `GET /icp-profiles`, whatever else is in it. Undefined where it holds no list of profiles. */
export function readListed(body: unknown): ListedProfiles | undefined {
  const list = Listed.safeParse(body);
  if (!list.success) return undefined;
  const byId = new Map<string, ListedProfile>();
  for (const value of list.data.profiles) {
    const listed = readOne(value);
    if (listed !== undefined && !byId.has(listed.profile.id)) byId.set(listed.profile.id, listed);
  }
  return { profiles: [...byId.values()], skipped: list.data.profiles.length - byId.size };
}

function readOne(value: unknown): ListedProfile | undefined {
  const given = Given.safeParse(value);
  if (!given.success || cleanLine(given.data.name) === "") return undefined;
  const known: Partial<Record<ProfileField, Known>> = {};
  const foreign: Record<string, unknown> = {};
  const absent: ProfileField[] = [];
  const createdAt = read("createdAt", longAgo, readTime);
  const profile: Profile = {
    id: given.data.id,
    name: given.data.name,
    description: read("description", "", readText),
    isActive: read("isActive", defaults.isActive, (raw) => (typeof raw === "boolean" ? raw : undefined)),
    industries: read("industries", [], readTerms),
    companySizes: read("companySizes", [], readTerms),
    jobTitles: read("jobTitles", [], readTerms),
    seniorityLevels: read("seniorityLevels", [], readTerms),
    departments: read("departments", [], readTerms),
    countries: read("countries", [], readTerms),
    minConfidence: read("minConfidence", defaults.minConfidence, readNumber),
    dailyLimit: read("dailyLimit", defaults.dailyLimit, readNumber),
    schedule: read("schedule", defaults.schedule, readText),
    revision: 1,
    createdAt,
    createdBy: "kashew",
    changedAt: createdAt,
    changedBy: "kashew",
    owner: "kashew",
  };
  for (const [key, raw] of entriesOf(value)) {
    if (!theirNames.has(key)) keepForeign(key, raw);
  }
  return {
    profile: { ...profile, ...(isFilled(known) && { known }), ...(isFilled(foreign) && { foreign }) },
    absent,
  };

  function read<Value>(
    field: ProfileField,
    standIn: Value,
    reader: (raw: unknown) => Value | undefined,
  ): Value {
    const key = kashewNames[field];
    if (!Object.hasOwn(given.data ?? {}, key)) {
      absent.push(field);
      known[field] = isReturned(field) ? "missing" : "not-returned";
      return standIn;
    }
    const raw = given.data?.[key];
    if (raw === null || raw === undefined) {
      known[field] = "missing";
      return standIn;
    }
    const value = reader(raw);
    if (value === undefined) known[field] = "unreadable";
    if (value === undefined || isShorter(raw, value)) keepForeign(key, raw);
    return value ?? standIn;
  }

  /** Also under a name that JavaScript gives a meaning, such as `__proto__`. */
  function keepForeign(key: string, raw: unknown): void {
    Object.defineProperty(foreign, key, { value: raw, enumerable: true, configurable: true, writable: true });
  }
}

const theirNames: ReadonlySet<string> = new Set<KashewField>(Object.values(kashewNames));

/** Not of what zod made of it, which lets go of `__proto__`. */
function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isReturned(field: ProfileField): boolean {
  return (returnedFields as readonly ProfileField[]).includes(field);
}

function readText(raw: unknown): string | undefined {
  return typeof raw === "string" ? raw : undefined;
}

function readNumber(raw: unknown): number | undefined {
  return typeof raw === "number" ? raw : undefined;
}

/** Those that are words. */
function readTerms(raw: unknown): string[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.filter((term) => typeof term === "string" && cleanLine(term) !== "");
}

function isShorter(raw: unknown, value: unknown): boolean {
  return Array.isArray(raw) && Array.isArray(value) && value.length < raw.length;
}

/** ISO 8601; without a zone it is UTC, as servers write it. */
function readTime(raw: unknown): string | undefined {
  if (typeof raw !== "string") return undefined;
  const isLocal = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(raw);
  const time = Date.parse(isLocal ? `${raw}Z` : raw);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function isFilled(record: object): boolean {
  return Object.keys(record).length > 0;
}
