import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import { scopes } from "../scopes.ts";
import type { SlackClient } from "./slack-clients.ts";
import { fromWebApi, slackErrorOf } from "./web-fault.ts";

export type TokenReport =
  | {
      readonly kind: "valid";
      readonly workspace: string;
      /** Those that Slack has not granted; undefined where it did not say. */
      readonly missingScopes: readonly (keyof typeof scopes)[] | undefined;
    }
  /** Slack does not take it, in its own word, such as `token_revoked`. */
  | { readonly kind: "refused"; readonly error: string }
  /** Slack did not answer. */
  | { readonly kind: "fault"; readonly fault: Fault };

/** Slack names the scopes of a token in a header of every answer. */
export async function askToken(client: SlackClient): Promise<TokenReport> {
  try {
    const { team = "", response_metadata } = await client.auth.test();
    const granted = response_metadata?.scopes;
    const needed = Object.keys(scopes) as (keyof typeof scopes)[];
    return {
      kind: "valid",
      workspace: team,
      missingScopes: granted && needed.filter((scope) => !granted.includes(scope)),
    };
  } catch (thrown) {
    const error = slackErrorOf(thrown);
    if (error !== undefined) return { kind: "refused", error };
    return { kind: "fault", fault: toFault(fromWebApi(thrown)) };
  }
}
