import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { StartProblem } from "../errors.ts";
import type { Seed } from "./server/seed.ts";

export const ownManifest = fileURLToPath(new URL("../../manifest.yml", import.meta.url));

/** What of a Slack app's manifest a Slack shows to people, or holds the app to. */
const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      slash_commands: z
        .array(
          z.object({
            command: z.string().startsWith("/"),
            description: z.string().default(""),
            usage_hint: z.string().default(""),
          }),
        )
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(["global", "message"]),
            callback_id: z.string(),
            description: z.string().default(""),
          }),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({ scopes: z.object({ bot: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
});

/** Reads a manifest, YAML or JSON, into what this Slack knows of its app. */
export async function readManifest(
  path: string,
): Promise<Pick<Seed["app"], "name" | "commands" | "shortcuts" | "scopes">> {
  const { display_information, features, oauth_config } = await read(path);
  return {
    name: display_information.name,
    commands: features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    shortcuts: features.shortcuts
      .filter(({ type }) => type === "global")
      .map(({ name, callback_id, description }) => ({ name, callbackId: callback_id, description })),
    scopes: oauth_config.scopes.bot,
  };
}

async function read(path: string): Promise<z.infer<typeof Manifest>> {
  try {
    const manifest = Manifest.safeParse(parse(await readFile(path, "utf8")));
    if (manifest.success) return manifest.data;
    const [issue] = manifest.error.issues;
    throw new Error(`${issue?.path.join(".")}: ${issue?.message}`);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new StartProblem(`${path} cannot be read as an app’s manifest: ${why}`, { cause: thrown });
  }
}
