const list =
  "beyond acking, it reads ten profiles in one transaction, draws them (0.03 ms), looks up the plan and who may do what, " +
  "and says so in the log.";
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
    "same machine), and its one transaction writes 13 pages, the history among them, where bare writes 2.",
  "the same in a form with 300 words, p99":
    "the request is 110 KB, and the form 40 KB, which are read, compared and drawn anew; collecting that as garbage falls " +
    "on some of the choices.",
  "API: 100 profiles listed, 10 at once (bare: hono)":
    "the bot takes about three times the processor’s time that bare takes. Of it, a fifth hands the bytes to the socket, " +
    "as bare does; 11 in 100 ask two files whether somebody else has changed them, so that a key ends with the request " +
    "after its revoking, 5 look whether the file is the same, 6 hash the key, 4 collect garbage, 11 make the log’s line, " +
    "and the rest is in Hono, the quotas and the layers.",
  "API: a profile created (bare: hono and one row, `synchronous=FULL`)":
    "its one transaction writes 12 pages (the profile and its three indexes 4, its words 3, the history of it and of the " +
    "workspace 4, the day’s count 1) where bare writes 2, so that the commit alone takes 1.6 to 1.8 times bare’s; and " +
    "most of the rest is JavaScript that runs too seldom for V8 to compile it well: the checks of Hono and zod, and seven " +
    "queries’ way through kysely.",
  "start until ready (bare: until it listens)":
    "kysely is 257 files and zod 95, which Node links one by one (a third of the start); a single-file bundle would " +
    "need a build step.",
  "memory, after 10,000 commands":
    "34 MB are there as loaded, kysely and zod among them; what V8’s compilers take for a moment, and malloc does not " +
    "give back, is 10 MB more than bare’s, since there is more to optimize; the rest is garbage that is not yet " +
    "collected, most of it answers that were kept for a repeat (the last 500, at most 2 MB).",
};
