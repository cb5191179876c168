/** How much is tried. */
export interface Effort {
  readonly seed: number;
  readonly workspaces: number;
  readonly operations: number;
  /** Of each kind of forgery. */
  readonly forgeries: number;
  readonly mutations: number;
  readonly kills: number;
  readonly commands: number;
  /** Files of them, at most. */
  readonly journeys: number;
}

export const full: Omit<Effort, "seed"> = {
  workspaces: 1000,
  operations: 20_000,
  forgeries: 200,
  mutations: 100_000,
  kills: 200,
  commands: 10_000,
  journeys: Number.POSITIVE_INFINITY,
};

export const quick: Omit<Effort, "seed"> = {
  workspaces: 60,
  operations: 1200,
  forgeries: 20,
  mutations: 4000,
  kills: 6,
  commands: 1500,
  journeys: 4,
};
