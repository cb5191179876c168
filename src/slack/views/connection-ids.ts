/** The end of connecting. */
export const connected = { id: "kashew-connected" } as const;

export const connection = {
  check: "kashew-check-again",
  /** Asks Kashew, and then does the command that is its value. */
  retry: "kashew-retry",
  disconnect: "kashew-disconnect",
  copy: "kashew-copy-open",
} as const;
