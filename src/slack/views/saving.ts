import { context, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";

/** Stands in the form's place while Kashew is asked. */
export function drawSaving(name: string): Notice {
  const text = `Saving “${name}” in Kashew…`;
  return {
    title: "New ICP profile",
    text,
    blocks: [
      section("saving", plain(text)),
      context("saving-safe", plain("You can close this. This app then writes to you how it went.")),
    ],
  };
}
