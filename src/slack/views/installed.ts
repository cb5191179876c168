import type { AccessSettings } from "../../rules/access.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import type { Message } from "../notice.ts";
import { peopleNamed } from "./people-named.ts";

/**
 * What whoever installed the app is told, and nobody else. `command` is the command's name here; `access` holds there,
 * or where a workspace of the organization sets nothing else.
 */
export function drawInstalledMessage({
  name,
  command,
  access,
  isOrganization,
}: {
  name: string;
  command: string;
  access: AccessSettings;
  isOrganization: boolean;
}): Message {
  const what = `ICP Profiles is installed in ${name}. It keeps your team’s ideal customer profiles: which companies and people you sell to.`;
  const lookers = access.guestsMayLook ? "Everybody, guests too," : "Full members";
  const unless = isOrganization ? ", unless a workspace sets it otherwise" : "";
  const rights = [
    `${lookers} may list and look at profiles: \`${command} list\``,
    `${creatorsIn(access)} may create and change them${unless}: \`${command} new\``,
    `${adminsIn(access, { isOrganization })}. ICP admins decide who may do what: \`${command} access\``,
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

function creatorsIn({ writers, chosen }: AccessSettings): string {
  switch (writers) {
    case "admins":
      return "ICP admins";
    case "members":
      return "All full members";
    case "chosen":
      return `ICP admins and chosen people (${peopleNamed(chosen)})`;
  }
}

function adminsIn({ icpAdmins }: AccessSettings, { isOrganization }: { isOrganization: boolean }): string {
  const others = icpAdmins.length === 0 ? "" : `, and ${peopleNamed(icpAdmins)}`;
  return isOrganization
    ? `In each workspace its owners and admins are ICP admins, and so are you where you are a full member${others}`
    : `Owners and admins are ICP admins, and so are you, who installed it${others}`;
}
