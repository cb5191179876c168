import type { FaultCode, Said } from "../../errors.ts";
import { Fault } from "../../errors.ts";
import { maskKeys } from "../../rules/connection.ts";
import { cleanLine, cutTo } from "../../rules/text.ts";
import type { Reply } from "./exchange.ts";
import { secondsToWait } from "./seconds-to-wait.ts";

/** As much of a sentence of Kashew's as is kept. */
const mostDetail = 300;
const mostFields = 20;
/** As much of a text as is looked into: an answer may be of megabytes, and the patterns take the square of it. */
const mostRead = 2000;

/** What Kashew's answer says that is none of 2xx. Only here is a sentence of Kashew's looked into. */
export function readRefusal({ status, retryAfter, text }: Reply, now: number): Fault {
  const body = readJson(text);
  const detail = (sentenceOf(body) ?? text.slice(0, mostRead).replace(/<[^>]*>/g, " ")).slice(0, mostRead);
  const said: Said = {
    status,
    detail: shown(detail),
    ...scopeIn(detail),
    ...planIn(detail),
    ...fieldsIn(body),
  };
  const code = codeOf(said);
  const mayWait = code === "kashew-busy" || (code === "kashew-down" && retryAfter !== null);
  return new Fault(code, `Kashew answered ${status}: ${said.detail}`, {
    said,
    ...(mayWait && { retryAfterSeconds: secondsToWait({ retryAfter, detail, now }) }),
  });
}

const byStatus: Readonly<Record<number, FaultCode>> = {
  401: "kashew-key-refused",
  402: "kashew-plan",
  409: "kashew-conflict",
  422: "kashew-invalid",
  429: "kashew-busy",
};

function codeOf({ status, detail, scope }: Said): FaultCode {
  if (status >= 500 || status === 408) return "kashew-down";
  if (status === 403 && scope !== undefined) return "kashew-scope";
  if (status === 403 && /\bplans?\b|\bupgrade\b|\bsubscription\b|\bpro\b/i.test(detail)) return "kashew-plan";
  return byStatus[status] ?? "kashew-refused";
}

/** Documented: "Scope 'crm:write' required". */
function scopeIn(detail: string): Pick<Said, "scope"> {
  const found =
    /\bscopes?\b\W{0,3}([a-z][\w-]*:[a-z][\w-]*)|([a-z][\w-]*:[a-z][\w-]*)\W{0,3}\s?scope\b/i.exec(detail);
  const scope = found?.[1] ?? found?.[2];
  return scope === undefined ? {} : { scope: scope.toLowerCase() };
}

/** "ICP Profiles require Pro+ plan." */
function planIn(detail: string): Pick<Said, "plan"> {
  const plan = /\b(free|pro|max|business)\b/i.exec(detail)?.[1];
  return plan === undefined ? {} : { plan: plan.toLowerCase() };
}

/** FastAPI's 422: a list of `{ loc, msg, type }`, each `loc` a path that ends with the field. */
function fieldsIn(body: unknown): Pick<Said, "fields"> {
  const detail = propertyOf(body, "detail");
  if (!Array.isArray(detail)) return {};
  const fields = detail.slice(0, mostFields).flatMap((each) => {
    const loc = propertyOf(each, "loc");
    const field = Array.isArray(loc) ? loc.findLast((part) => typeof part === "string") : undefined;
    return field === undefined ? [] : [{ field: shown(field), message: shown(sentenceOf(each) ?? "") }];
  });
  return fields.length === 0 ? {} : { fields };
}

/** The keys under which frameworks keep their sentence, the documented one first. */
const sentenceKeys = ["detail", "message", "msg", "error", "title", "reason", "description"];

/** Undefined where it is no JSON, or says nothing. */
function sentenceOf(body: unknown, depth = 0): string | undefined {
  if (typeof body === "string") return body;
  if (typeof body !== "object" || body === null || depth > 4) return undefined;
  if (Array.isArray(body)) {
    const all = body.slice(0, mostFields).map((each) => sentenceOf(each, depth + 1) ?? "");
    return all.filter((each) => each !== "").join("; ") || undefined;
  }
  for (const key of sentenceKeys) {
    const sentence = sentenceOf(propertyOf(body, key), depth + 1);
    if (sentence !== undefined && sentence !== "") return sentence;
  }
  return depth === 0 ? undefined : JSON.stringify(body).slice(0, mostDetail);
}

function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Masked before it is cut, or half a key would stand at the end. */
function shown(text: string): string {
  return cutTo(cleanLine(maskKeys(text)), mostDetail);
}
