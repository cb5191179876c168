import type { Scene } from "../../server/protocol.ts";

export type Command = Scene["app"]["commands"][number];

/** The commands that what stands in the composer may become: none once a space follows the first word. */
export function offersFor(text: string, commands: readonly Command[]): Command[] {
  if (!text.startsWith("/")) return [];
  const typed = text.toLowerCase();
  const begin = commands.filter(({ command }) => command.toLowerCase().startsWith(typed));
  const contain = commands.filter(
    (each) => !begin.includes(each) && each.command.toLowerCase().includes(typed.slice(1)),
  );
  return [...begin, ...contain];
}

/** The command whose words are being typed. */
export function commandIn(text: string, commands: readonly Command[]): Command | undefined {
  const word = /^(\/\S+)\s/.exec(text)?.[1];
  return commands.find(({ command }) => command === word);
}
