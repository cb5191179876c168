/** The bot's scopes, each with the feature that needs it: the same words stand beside them in `manifest.yml`. */
export const scopes = {
  commands: "The slash command.",
  "chat:write":
    "Messages to people and channels that somebody asked for: a shared profile, an answer that came late.",
  "users:read":
    "Who is an owner, admin, member or guest: only some may create profiles, guests may not see them.",
} as const;
