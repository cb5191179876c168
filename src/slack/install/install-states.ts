import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";

const lifeMs = 10 * 60_000;

/**
 * The `state` of an install on its way through Slack: signed, good for ten minutes and for one use, in the browser it
 * was made for, which a cookie tells. Several installs may be on their way in one browser.
 */
export interface InstallStates {
  /** A state, and the cookie to set. */
  issue(headers: IncomingHttpHeaders): { state: string; cookie: string };
  /** Uses it up; false where it is not good. */
  take(state: string, headers: IncomingHttpHeaders): boolean;
}

export function createInstallStates({
  secret,
  isSecure,
  now,
}: {
  secret: string;
  /** Whether the pages are served by https. */
  isSecure: boolean;
  now: () => number;
}): InstallStates {
  // Without the random part a state that was used before a restart could be used once more after it.
  const key = createHmac("sha256", secret).update(randomBytes(32)).digest();
  const used = new LRUCache<string, true>({ ...atMost(100_000), ttl: lifeMs, perf: { now } });
  // The prefix keeps other hosts of the same domain from setting it. Lax, as it comes back with a link from Slack.
  const name = isSecure ? "__Host-icp-install" : "icp-install";
  const attributes = `Path=/; Max-Age=${lifeMs / 1000}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;

  return {
    issue(headers) {
      const browser = browserOf(headers) ?? randomText();
      const body = `${now() + lifeMs}.${randomText()}`;
      return { state: `${body}.${sign(body, browser)}`, cookie: `${name}=${browser}; ${attributes}` };
    },
    take(state, headers) {
      const [expires = "", nonce = "", signature = ""] = state.split(".");
      const isOurs = isSame(signature, sign(`${expires}.${nonce}`, browserOf(headers) ?? ""));
      if (!isOurs || Number(expires) < now() || used.has(nonce)) return false;
      used.set(nonce, true);
      return true;
    },
  };

  function browserOf({ cookie = "" }: IncomingHttpHeaders): string | undefined {
    const pairs = cookie.split(";").map((pair) => pair.trim().split("="));
    const value = pairs.find(([key]) => key === name)?.[1];
    return value !== undefined && /^[\w-]{22}$/.test(value) ? value : undefined;
  }

  function sign(body: string, browser: string): string {
    return createHmac("sha256", key).update(`${body}.${browser}`).digest("base64url");
  }
}

function randomText(): string {
  return randomBytes(16).toString("base64url");
}

/** Takes as long for a nearly right text as for a wrong one. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
