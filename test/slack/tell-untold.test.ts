import { expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { tellUntold } from "../../src/slack/tell-untold.ts";
import { createDirectory } from "../../src/slack/web-api/directory.ts";
import { acme } from "../support/store-in.ts";

it("leaves a reminder as it is until Slack has said whom the bot serves", async () => {
  const log = createLog({ level: "silent" });
  const never = () => Promise.reject(new Error("it is too early"));
  const usecases = { findUntold: never, noteTold: never };
  const installations = { isReady: false, find: never, onlyClient: undefined, start: never };
  const tell = tellUntold({ usecases, installations, directory: createDirectory({ log }), log });
  expect(await tell({ teamId: acme, kind: "answer-untold", subject: "1", dueAt: "" })).toBe(false);
});
