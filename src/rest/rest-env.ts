import type { IncomingMessage, ServerResponse } from "node:http";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Fault } from "../errors.ts";
import type { KeyHolder } from "../rules/people.ts";

interface Bindings {
  /** Node's own; `rawBody` is what node-server reads instead of it. */
  readonly incoming: IncomingMessage & { rawBody?: Buffer };
  readonly outgoing: ServerResponse;
}

interface Failed {
  readonly fault: Fault;
  readonly reference: string;
}

/** What is known of a request while it is answered: who asks only once their key is recognized. */
export interface RestEnv {
  readonly Bindings: Bindings;
  readonly Variables: { actor?: KeyHolder; failed?: Failed };
}

/** Behind the check of the key. */
export interface HeldEnv {
  readonly Bindings: Bindings;
  readonly Variables: { actor: KeyHolder; failed?: Failed };
}

/** The part of the API that takes a key. */
export type HeldApi = OpenAPIHono<HeldEnv>;
