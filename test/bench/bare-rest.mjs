// What the REST door is measured against: a hono handler for each of the two documented requests, no more. The one
// answers the bytes that the bot answered, the other saves the body as one row.
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";

/** `BareRestSettings` in programs.ts */
const { port, database, listed } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const sqlite = new Database(database);
sqlite.pragma("journal_mode = WAL");
sqlite.pragma("synchronous = FULL");
sqlite.exec("create table profiles (id text primary key not null, body text not null)");
const insert = sqlite.prepare("insert into profiles (id, body) values (?, ?)");

const app = new Hono();
app.get("/api/v1/icp-profiles", (c) => c.body(listed, 200, { "content-type": "application/json" }));
app.post("/api/v1/icp-profiles", async (c) => {
  const id = crypto.randomUUID();
  insert.run(id, JSON.stringify(await c.req.json()));
  return c.json({ id, status: "created" }, 201);
});
serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
