export const profileChange = { undo: "profile-undo" } as const;
