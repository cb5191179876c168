import { toFault } from "../../errors.ts";
import { newReference } from "../../reference.ts";
import { actions, linkButton } from "../blocks.ts";
import type { Installations } from "../install/installations.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { drawStranger } from "../views/refusal.ts";
import { drawFault } from "../words.ts";
import type { Request, RequestDeps } from "./request.ts";
import { createRequest } from "./request.ts";
import type { Sender } from "./who.ts";

export interface BeginDeps extends Omit<RequestDeps, "installation"> {
  readonly installations: Installations;
}

/** Something to answer, or in words why it cannot be. */
export type Begun =
  | { readonly request: Request; readonly hindrance?: undefined }
  | { readonly request?: undefined; readonly hindrance: Notice };

const notReady = drawSentence(
  "Not ready yet",
  "This app has just started and waits for Slack. Try again in a minute.",
);
const notInstalled = drawSentence(
  "Not installed here",
  "This app was removed from this workspace, or never installed in it. Somebody who may install apps can add it.",
);

/** Finds out whose installation it is in which somebody did something. Never rejects. */
export function createBegin(deps: BeginDeps) {
  const { installations, log, supportUrl } = deps;
  return async ({ sender, did }: { sender: Sender; did: string }): Promise<Begun> => {
    const about = { did, team: sender.teams[0], user: sender.userId };
    try {
      const installation = await installations.find(sender);
      if (installation !== undefined) {
        return { request: createRequest({ sender, did }, { ...deps, installation }) };
      }
      const { isReady, installUrl } = installations;
      log.warn(
        { ...about, outcome: isReady ? "not-installed" : "not-ready" },
        "answered for no installation",
      );
      return { hindrance: isReady ? drawNotInstalled(installUrl) : notReady };
    } catch (thrown) {
      const reference = newReference();
      log.error({ ...about, ref: reference, err: thrown }, "whose this is could not be found out");
      return { hindrance: drawFault(toFault(thrown), { reference, supportUrl }) };
    }
  };
}

/** Where nobody can install the app by themselves, those who come are of another workspace, in a shared channel. */
function drawNotInstalled(installUrl: string | undefined): Notice {
  if (installUrl === undefined) return drawStranger();
  const add = linkButton("link:install", { text: "Add to Slack", url: installUrl });
  return { ...notInstalled, blocks: [...notInstalled.blocks, actions("not-installed-do", add)] };
}
