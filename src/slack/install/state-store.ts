import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { InstallURLOptions, StateStore } from "@slack/oauth";
import { InvalidStateError } from "@slack/oauth";
import { LRUCache } from "lru-cache";

const lifeMs = 10 * 60_000;

/**
 * The `state` of an install on its way through Slack: signed, good for ten minutes and for one use. That it comes
 * back in the browser it was made for is checked by whoever asks, by cookie.
 */
export function createStateStore({
  secret,
  installOptions,
  now,
}: {
  secret: string;
  installOptions: InstallURLOptions;
  now: () => number;
}): StateStore {
  // Without it a state that was used before a restart could be used once more after it.
  const key = createHmac("sha256", secret).update(randomBytes(32)).digest();
  const used = new LRUCache<string, true>({ max: 100_000, ttl: lifeMs, perf: { now } });
  return {
    async generateStateParam() {
      const body = `${now() + lifeMs}.${randomBytes(16).toString("base64url")}`;
      return `${body}.${sign(body)}`;
    },
    async verifyStateParam(_date, state) {
      const [expires = "", nonce = "", signature = ""] = state.split(".");
      const isOurs = isSame(signature, sign(`${expires}.${nonce}`));
      if (!isOurs || !(Number(expires) >= now()))
        throw new InvalidStateError("The state is not ours or too old.");
      if (used.has(nonce)) throw new InvalidStateError("The state was used before.");
      used.set(nonce, true);
      return installOptions;
    },
  };

  function sign(body: string): string {
    return createHmac("sha256", key).update(body).digest("base64url");
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
