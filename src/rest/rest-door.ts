import type { Handler } from "../http/http-server.ts";
import type { RestDeps } from "./rest-app.ts";

/**
 * Answers everything under /api/. Until a key exists there is nothing there, and nothing of it is loaded: most
 * installations never make one.
 */
export function createRestDoor(deps: RestDeps): Handler {
  let opened: Promise<Handler> | undefined;
  return async (req, res) => {
    if (opened === undefined && !(await deps.usecases.hasKeys())) return void res.writeHead(404).end();
    opened ??= open(deps);
    return (await opened)(req, res);
  };
}

async function open(deps: RestDeps): Promise<Handler> {
  const [{ getRequestListener }, { createRestApp }] = await Promise.all([
    import("@hono/node-server"),
    import("./rest-app.ts"),
  ]);
  const { fetch } = createRestApp(deps);
  return getRequestListener(fetch);
}
