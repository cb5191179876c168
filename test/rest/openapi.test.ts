import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { Plan } from "../../src/rules/plan.ts";
import { startRest } from "../support/start-rest.ts";
import { acme } from "../support/store-in.ts";

/** As much of an OpenAPI document as it takes to ask what it describes. */
const Schema = z.record(z.string(), z.unknown());
const Operation = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["query", "path", "header"]), schema: Schema }))
    .default([]),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: Schema }) }) })
    .optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.object({ "application/json": z.object({ schema: Schema }) }).optional() }),
  ),
});
type Operation = z.infer<typeof Operation>;
const Document = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(["get", "post", "patch", "delete"]), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
type Document = z.infer<typeof Document>;

it("answers whatever is sent as its own document says, and every answer that it can be brought to", async () => {
  const { ask, create, makeKey, stores, clock } = await startRest();
  const [writer, reader] = [await makeKey(), await makeKey([])];
  await stores.workspaces.meet({ teamId: acme, name: "Acme" });
  const { body } = await ask("/openapi.json");
  const document = Document.parse(body);
  const check = checkerOf(document);
  const seen = new Set<string>();

  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      await fc.assert(
        fc.asyncProperty(requestTo(document, operation), fc.nat(9), async (sent, dice) => {
          clock.advance(60_000);
          await stores.workspaces.setPlan(acme, Plan.parse(dice === 0 ? "free" : "business"));
          const key = [reader, "none"][dice - 1] ?? writer;
          const known = (await stores.profilesOf(acme).names()).at(0)?.id;
          const answer = await ask(fill(path, sent, known), {
            method: method.toUpperCase(),
            key,
            headers: sent.headers,
            ...(sent.body !== undefined && { body: sent.body }),
          });
          seen.add(`${operation.operationId} ${answer.status}`);
          expect([sent, answer.body, check(operation, answer)]).toEqual([sent, answer.body, []]);
        }),
        { numRuns: 150 },
      );
    }
  }
  // A request that is right in all but one thing comes by chance, and not always.
  await stores.workspaces.setPlan(acme, "business");
  for (const name of ["One", "Other"]) await create(writer, { name });
  const other = `/icp-profiles/${(await stores.profilesOf(acme).findByName("Other"))?.id}`;
  const patch = document.paths["/icp-profiles/{id}"]?.patch;
  if (patch === undefined) throw new Error("there is no patch in the document");
  const patchWith = async (headers: Readonly<Record<string, string>>, body = "{}") => {
    const json = { "content-type": "application/json", ...headers };
    const answer = await ask(other, { method: "PATCH", key: writer, headers: json, body });
    expect([answer.body, check(patch, answer)]).toEqual([answer.body, []]);
    seen.add(`patchProfile ${answer.status}`);
  };
  await patchWith({ "if-match": "*" });
  await patchWith({ "if-match": '"99"' });
  await patchWith({ "if-match": "*" }, '{"name":"one"}');
  await patchWith({ "if-match": "*", "content-type": "text/plain" });
  await stores.workspaces.setPlan(acme, "free");
  await patchWith({ "if-match": "*" });
  seen.add(`listProfiles ${(await ask("/icp-profiles", { key: writer })).status}`);
  expect([...seen].sort()).toEqual(
    [
      ...[200, 401, 403, 422].map((status) => `listProfiles ${status}`),
      ...[201, 401, 403, 409, 415, 422].map((status) => `createProfile ${status}`),
      ...[200, 401, 403, 404].map((status) => `showProfile ${status}`),
      ...[200, 400, 401, 403, 404, 409, 412, 415, 422, 428].map((status) => `patchProfile ${status}`),
      ...[204, 400, 401, 403, 404, 412].map((status) => `archiveProfile ${status}`),
    ].sort(),
  );
});

it("marks whatever Kashew's own page does not have, and nothing else", async () => {
  const { ask, makeKey } = await startRest();
  await makeKey();
  const { body } = await ask("/openapi.json");
  expect(markedIn(body)).toEqual([
    "components.schemas.Profile.properties.generation_schedule",
    "components.schemas.Profile.properties.min_confidence_score",
    "components.schemas.Profile.properties.target_company_sizes",
    "components.schemas.Profile.properties.target_departments",
    "components.schemas.Profile.properties.target_seniority_levels",
    "paths./icp-profiles.get.parameters.active",
    "paths./icp-profiles.get.parameters.cursor",
    "paths./icp-profiles.get.parameters.limit",
    "paths./icp-profiles.get.parameters.search",
    "paths./icp-profiles.get.responses.200.content.application/json.schema.properties.next_cursor",
    "paths./icp-profiles.post.parameters.idempotency-key",
    "paths./icp-profiles.post.responses.201.headers.ETag",
    "paths./icp-profiles/{id}.delete",
    "paths./icp-profiles/{id}.get",
    "paths./icp-profiles/{id}.patch",
  ]);
});

interface Sent {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What the schemas allow, and near misses. */
function requestTo(document: Document, { parameters, requestBody }: Operation): fc.Arbitrary<Sent> {
  const placed = (place: "query" | "path" | "header") =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((each) => each.in === place)
          .map(({ name, schema }) => [name, nearly(fits(document, schema))]),
      ),
      place === "path" ? {} : { requiredKeys: [] },
    );
  const schema = requestBody?.content["application/json"].schema;
  const body =
    schema === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 9, arbitrary: fits(document, schema).map((value) => JSON.stringify(value)) },
          { weight: 4, arbitrary: broken(fits(document, schema)).map((value) => JSON.stringify(value)) },
          { weight: 1, arbitrary: fc.string() },
        );
  const type = fc.constantFrom(...Array.from({ length: 9 }, () => "application/json"), "text/plain");
  return fc
    .record({ path: placed("path"), query: placed("query"), header: placed("header"), body, type })
    .map(({ path, query, header, body, type }) => ({
      path,
      query,
      body,
      headers: {
        ...(body !== undefined && { "content-type": type }),
        ...Object.fromEntries(Object.entries(header).map(([name, value]) => [name, headerText(value)])),
      },
    }));
}

/** Any value of a schema, as far as our document's schemas go. */
function fits(document: Document, schema: Record<string, unknown>): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === "string") {
    return fits(document, document.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  }
  const own = z
    .object({
      type: z.enum(["string", "boolean", "integer", "number", "array", "object"]),
      enum: z.array(z.string()).optional(),
      examples: z.array(z.string()).default([]),
      format: z.string().optional(),
      minLength: z.number().default(0),
      maxLength: z.number().default(20),
      minimum: z.number().default(-5),
      maximum: z.number().default(5),
      items: Schema.optional(),
      maxItems: z.number().default(3),
      properties: z.record(z.string(), Schema).default({}),
      required: z.array(z.string()).default([]),
    })
    .parse(schema);
  switch (own.type) {
    case "string":
      if (own.format === "uuid") return fc.uuid();
      if (own.examples.length > 0) return fc.constantFrom(...own.examples);
      return fc.oneof(
        fc.string({ minLength: own.minLength, maxLength: own.maxLength }),
        fc.constantFrom("x", "Fintech"),
      );
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: own.minimum, max: own.maximum });
    case "number":
      return fc.double({ min: own.minimum, max: own.maximum, noNaN: true });
    case "array":
      return fc.array(fits(document, own.items ?? {}), { maxLength: Math.min(own.maxItems, 4) });
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(own.properties).map(([name, property]) => [name, fits(document, property)]),
        ),
        { requiredKeys: own.required },
      );
  }
}

/** Now and then anything else. */
function nearly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.string({ maxLength: 300 }) });
}

/** An object in which one field is anything at all, gone, or of a strange name. */
function broken(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.jsonValue(), fc.nat()).map(([whole, part, at]) => {
    const fields = Object.entries(Object(whole));
    const [name = "__proto__"] = fields[at % (fields.length + 1)] ?? [];
    return Object.fromEntries([...fields, [name, part]]);
  });
}

/** The path with what is sent in it; a known profile is asked for now and then. */
function fill(path: string, { path: values, query }: Sent, known: string | undefined): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = String(values[name]);
    return encodeURIComponent(known !== undefined && value < "8" ? known : value.toWellFormed() || "x");
  });
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

/** As a header can be sent at all. */
function headerText(value: unknown): string {
  return String(value)
    .replace(/[^\x20-\x7E]/g, "")
    .trim();
}

/** Says what is wrong with an answer. */
function checkerOf(document: Document) {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  ajv.addFormat("uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addSchema({ $id: "document", ...document });
  const compiled = new Map<unknown, ValidateFunction>();
  const fitting = (schema: Record<string, unknown>) => {
    const found =
      compiled.get(schema) ??
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));
    compiled.set(schema, found);
    return found;
  };
  return (
    operation: Operation,
    { status, headers, body }: { status: number; headers: Headers; body: unknown },
  ): string[] => {
    const response = operation.responses[status];
    if (response === undefined) return [`${status} is not documented`];
    const schema = response.content?.["application/json"].schema;
    if (schema === undefined) return body === undefined ? [] : ["it has a body"];
    const fits = fitting(schema);
    const isValid = fits(body);
    const type = headers.get("content-type");
    return [
      ...(isValid ? [] : [ajv.errorsText(fits.errors)]),
      ...(type === "application/json" ? [] : [`its type is ${type}`]),
      ...(status === 429 && headers.get("retry-after") === null
        ? ["it does not say when to come again"]
        : []),
    ];
  };
}

/** Where the mark stands; a parameter by its name. */
function markedIn(value: unknown, at: readonly string[] = []): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "x-beyond-kashew" in value ? [at.join(".")] : [];
  const inside = Object.entries(value).flatMap(([key, part]) => {
    const name = Array.isArray(value) && Object(part).name !== undefined ? Object(part).name : key;
    return markedIn(part, [...at, name]);
  });
  return [...own, ...inside].sort();
}
