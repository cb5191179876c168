import type { HeldApi } from "./rest-env.ts";

/** The OpenAPI document, from the same schemas by which requests are read. */
export function describeApi(api: HeldApi): object {
  api.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "kshw_, eight letters that name the key, and 32 that only its holder knows.",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "ICP Profiles",
      version: "1",
      description:
        "A workspace’s ICP profiles in the words of Kashew’s API. For Kashew, not by Kashew: what Kashew’s own page " +
        "does not have is marked x-beyond-kashew.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
  });
}
