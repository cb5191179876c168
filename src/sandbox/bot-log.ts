import { createWriteStream } from "node:fs";

const linesKept = 20;
const charactersKept = 20_000;

/** What the bot's process writes: all of it in a file, the end of it at hand. */
export interface BotLog {
  write(text: string): void;
  readonly lastLines: string[];
}

/** Begins the file anew. `echo` is told everything, too. */
export function openBotLog(path: string, echo: (text: string) => void): BotLog {
  const file = createWriteStream(path);
  // A full disk is no reason to end; the last lines are at hand all the same.
  file.on("error", () => undefined);
  let end = "";
  return {
    write(text) {
      file.write(text);
      echo(text);
      end = (end + text).slice(-charactersKept);
    },
    get lastLines() {
      return end.trimEnd().split("\n").slice(-linesKept);
    },
  };
}
