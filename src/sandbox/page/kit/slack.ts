import type { Context } from "preact";
import { createContext } from "preact";
import type { Act, ActAnswer, Scene } from "../../server/protocol.ts";

type Unsigned<A> = A extends unknown ? Omit<A, "as"> : never;

/** An `Act` before it is known who does it. */
export type ActBody = Unsigned<Act>;

/** What the kit needs from outside: who and what there is, and a way to do something. */
export interface SlackClient {
  scene: Scene;
  act(act: ActBody): Promise<ActAnswer>;
}

/** Before a Slack is there: nobody, and nothing can be done. */
const noSlack: SlackClient = {
  scene: {
    app: { id: "", name: "", botUserIds: [], commands: [], shortcuts: [] },
    workspaces: [],
    people: [],
    me: "",
    places: [],
  },
  act: async () => ({ error: "No Slack is connected." }),
};

export const SlackContext: Context<SlackClient> = createContext(noSlack);
