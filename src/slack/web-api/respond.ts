import type { RespondArguments, RespondFn } from "@slack/bolt";
import { fromRespond } from "./web-fault.ts";

/** Answers on a response_url. What goes wrong is thrown as a `Fault`. */
export type Respond = (answer: RespondArguments) => Promise<void>;

export function respondOn(respond: RespondFn): Respond {
  return async (answer) => {
    try {
      await respond(answer);
    } catch (thrown) {
      throw fromRespond(thrown);
    }
  };
}
