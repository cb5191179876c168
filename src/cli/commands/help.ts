import type { Command } from "./command.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";

const run = "npm run workspace -- ";

/** What the door can do, or one of its commands. */
export function drawHelp(commands: Readonly<Record<string, Command>>, verb?: string): string {
  const command = verb !== undefined && Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command !== undefined) {
    const more = command.more === undefined ? "" : `\n\n${command.more}`;
    return `  ${run}${command.form}\n\n${capitalized(command.says)}.${more}\n\n${common}`;
  }
  const lines = Object.values(commands).map(
    ({ form, says }) => `  ${run}${form.padEnd(width(commands))}   ${says}`,
  );
  return [
    "The operator's door, safe beside a running bot. It works on DATA_DIR.",
    "",
    ...lines,
    "",
    `${run}help <command> says more. ${common}`,
  ].join("\n");
}

export function help(commands: Readonly<Record<string, Command>>, verb?: string): Outcome {
  const text = drawHelp(commands, verb);
  return done(text, { help: text });
}

const common =
  "--json prints the answer for programs. Exit code: 0 done, 1 it could not be, 2 not understood.";

function width(commands: Readonly<Record<string, Command>>): number {
  return Math.max(...Object.values(commands).map(({ form }) => form.length));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
