const words: Readonly<Record<string, string>> = {
  owner: "Workspace owner",
  admin: "Workspace admin",
  member: "Member",
  guest: "Guest",
  "single-channel-guest": "Guest in one channel",
  deactivated: "Deactivated",
  bot: "Bot",
};

export function roleInWords(role: string): string {
  return words[role] ?? role;
}
