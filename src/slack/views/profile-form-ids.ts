/**
 * Each input's block_id is its field, or begins with it: see `fieldOf`. What was typed survives a redraw only while
 * these stay the same.
 */
export const profileForm = {
  id: "profile-form",
  edit: "profile-edit-form",
  action: "value",
  activeOption: "on",
  /** What has no field of its own is said under this one. */
  firstInput: "name",
} as const;
