import type { Migration } from "kysely/migration";

/** Run in the order of their names. A name that has been released never changes its meaning. */
export type Migrations = Readonly<Record<string, Migration>>;
