export const home = {
  /** Before the colon: turns the home's list to the command that is the button's value. */
  turn: "home-list",
  filter: "home-filter",
  search: "home-search",
  check: "home-check",
  export: "home-export",
} as const;
