import type { Logger } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** Bolt's and the Web API client's own lines, in our log. Their debug lines hold whole payloads and are left out. */
export function createBoltLog(log: Log): Logger {
  const write =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const text = parts
        .filter((part) => !(part instanceof Error))
        .map(String)
        .join(" ");
      log[level]({ from: "slack", ...(err === undefined ? {} : { err }) }, text);
    };
  return {
    debug: () => {},
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
