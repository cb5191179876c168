import type { ModalView } from "@slack/types";
import { cutTo } from "../../rules/text.ts";
import type { CopyPlan } from "../../usecases/copy-to-kashew.ts";
import { context, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { profilesCounted } from "./profile-words.ts";

export const copyForm = { id: "kashew-copy" } as const;

/** What will be created in Kashew, before it is. */
export function drawCopyForm({ toCreate, there }: CopyPlan): ModalView {
  const count = profilesCounted(toCreate.length);
  const left =
    there === 0
      ? ""
      : ` ${there} of the same name ${there === 1 ? "is" : "are"} there already and left alone.`;
  const names = toCreate.map(({ name }) => name).join(", ");
  return {
    type: "modal",
    callback_id: copyForm.id,
    title: plain("Copy to Kashew"),
    ...(toCreate.length === 0 ? {} : { submit: plain("Copy") }),
    close: plain("Close"),
    blocks: [
      section("copy-plan", plain(`${count} will be created in Kashew.${left}`)),
      ...(names === "" ? [] : [context("copy-names", plain(cutTo(names, 500)))]),
      context(
        "copy-stay",
        plain("Those that are kept in this workspace stay as they are. Each counts as a write there."),
      ),
    ],
  };
}

export function drawCopying(done = ""): Notice {
  const text = `Copying to Kashew${done}…`;
  return {
    title: "Copy to Kashew",
    text,
    blocks: [
      section("copying", plain(text)),
      context("copying-safe", plain("You can close this. This app then writes to you how it went.")),
    ],
  };
}

export function drawCopied(total: number): Notice {
  return drawSentence(
    "Copied",
    `Copied ${profilesCounted(total)} to Kashew. Those that are kept in this workspace stay.`,
  );
}
