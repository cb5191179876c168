import type { ModalView } from "@slack/types";
import { plain, section } from "../blocks.ts";

/** Opened at once, so that the three seconds a trigger lives never run out while something is looked up. */
export function drawLoading(title: string): ModalView {
  return {
    type: "modal",
    callback_id: "loading",
    title: plain(title),
    close: plain("Cancel"),
    blocks: [section("loading", plain("One moment…"))],
  };
}
