import type { Deed } from "./deeds.ts";

/** What is said to whoever may not, in a workspace called Acme. */
export const refusalsSaid = {
  guest: "Guests can’t see ICP profiles here. ICP admins of this workspace can open them to guests.",
  guestWhoMayLook: "Guests can look at ICP profiles here, and do nothing else with them.",
  stranger:
    "The ICP profiles here belong to Acme. People of other workspaces and organizations can’t see them.",
} as const;

/** To a full member: what is missing, and who has it to give. */
export function lackSaid(needs: Deed["needs"]): readonly string[] {
  if (needs === "administer") {
    return [
      "That is for ICP admins, such as the owners and admins of this Slack workspace.",
      "Here: @Ana Ruiz and @Owen Park.",
    ];
  }
  return [
    `You can’t ${needs} ICP profiles here yet.`,
    "That needs the `icp:write` scope in this workspace.",
    "Can grant it: @Ana Ruiz and @Owen Park.",
  ];
}
