const list =
  "beyond acking, it reads ten profiles and their 70 words in one transaction (0.14 ms, 0.05 of it SQLite’s, the rest " +
  "kysely’s building of three queries), draws them (0.03 ms), looks up the plan and who may do what, and writes a line into the log.";
const typeAhead =
  "a misspelt word is looked for in every name there is; p99 is also the first to feel whatever else the machine does.";

/** What holds a row back where it misses its target, by the row's name. */
export const heldBack: Readonly<Record<string, string>> = {
  "`/icp help`":
    "the bot looks up the workspace’s plan, who may do what in it and its profile counts in two files, and writes a line " +
    "into the log.",
  "`/icp list`, 10 profiles": list,
  "`/icp list`, 1,000 profiles": list,
  "`/icp list`, 10,000 profiles": list,
  "`/icp list page 1000`, 10,000 profiles": list,
  "`/icp list page 500`, 10,000 profiles": `${list} To this page it also walks over 4,990 entries of an index.`,
  "type-ahead, 20,000 words of the workspace’s own, p99": typeAhead,
  "Find a profile, 10,000 names, p99": typeAhead,
  "Save profile (bare: one row, `synchronous=FULL`)":
    "the bot asks Slack anew who saves, since a role may have been taken away (0.6 ms from here, where Slack is on the " +
    "same machine), and its one transaction writes twelve rows or more into five tables and their indexes, the history among them, not one.",
  "API: 100 profiles listed, 10 at once (bare: hono)":
    "beyond the 0.05 ms that bare takes for each request, the bot takes 0.13: 0.03 to ask two files whether somebody " +
    "else has changed them, so that a key ends with the request after its revoking, 0.02 to write a line into the log, " +
    "0.02 for the key’s hash and the file’s identity, 0.01 to collect garbage, the rest in Hono, the quotas and the layers.",
  "API: a profile created (bare: hono and one row, `synchronous=FULL`)":
    "its one transaction writes some 16 rows into seven tables and their indexes, 25 pages (a third of them the index of " +
    "the words in menus) where bare writes two or three: 0.3 ms to commit, where all of bare’s insert is 0.24, and 0.36 " +
    "to build and run its eleven queries. The key’s check, the line in the log and the rules take the rest, 0.2 ms.",
  "start until ready (bare: until it listens)":
    "kysely is 257 files and zod 95, which Node links one by one (a third of the start); a single-file bundle would " +
    "need a build step.",
  "memory, after 10,000 commands":
    "34 MB are there as loaded, kysely and zod among them; what V8’s compilers take for a moment, and malloc does not " +
    "give back, is 10 MB more than bare’s, since there is more to optimize; the rest is garbage that is not yet " +
    "collected, most of it answers that were kept for a repeat (the last 500, at most 2 MB).",
};
