import { z } from "zod";
import { readBlocks } from "./block-kit.ts";
import type { Message } from "./world.ts";

const Metadata = z.record(z.string(), z.unknown());

/** What an app says in a message, wherever it sends it. */
export function readContent(sent: Record<string, unknown>): Pick<Message, "text" | "blocks" | "metadata"> {
  const metadata = Metadata.safeParse(sent.metadata);
  return {
    text: String(sent.text ?? ""),
    blocks: readBlocks(sent.blocks),
    ...(metadata.success && { metadata: metadata.data }),
  };
}
