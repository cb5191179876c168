import type { Writers } from "../../rules/access.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import type { Message } from "../notice.ts";

/** What whoever installed the app is told, and nobody else. `command` is the command's name here. */
export function drawInstalledMessage({
  name,
  command,
  writers,
}: {
  name: string;
  command: string;
  writers: Writers;
}): Message {
  const what = `ICP Profiles is installed in ${name}. It keeps your team’s ideal customer profiles: which companies and people you sell to.`;
  const creators = writers === "members" ? "They may" : "Owners and admins may";
  const rights = [
    `Everybody but guests may list and look at profiles: \`${command} list\``,
    `${creators} create, pause and resume them: \`${command} new\``,
    `Owners and admins decide who may do what: \`${command} access\``,
  ];
  return {
    text: messageText(`${what} Type ${command} for what you can do.`),
    blocks: [
      section("installed-what", plain(what)),
      section("installed-rights", markup(rights.map((line) => `• ${line}`).join("\n"))),
      actions(
        "installed-do",
        button("run:new", { text: "New profile", value: "new", style: "primary" }),
        button("run:list", { text: "List profiles", value: "list" }),
      ),
      context("installed-who", plain("Only you were told. This app is for Kashew, not by Kashew.")),
    ],
  };
}
