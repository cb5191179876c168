import { readFileSync } from "node:fs";

type Json = Readonly<Record<string, unknown>>;

/** The bodies of Kashew's API page, letter by letter. */
export const documented = {
  list: read("list") as { readonly profiles: readonly [Json] },
  create: read("create") as Json & { readonly name: string },
  created: read("created"),
  invalidKey: read("401"),
  scopeRequired: read("403"),
  rateLimited: read("429"),
};

function read(name: string): Json {
  return JSON.parse(readFileSync(new URL(`./documented/${name}.json`, import.meta.url), "utf8"));
}
