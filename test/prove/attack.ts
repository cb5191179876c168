import type { Random } from "./random.ts";

/** What one mutated request came to. */
interface Attacked {
  /** Whom it was sent to. */
  readonly door: "Slack’s paths" | "the API" | "the install pages";
  /** 0 where the connection broke, or nothing came within 10 s. */
  readonly status: number;
  /** What is wrong with the answer. */
  readonly unsound?: readonly string[];
}

/** Sends one mutated request. */
export type Attack = (random: Random) => Promise<Attacked>;
