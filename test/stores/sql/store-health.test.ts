import { mkdirSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, it } from "vitest";
import { createStoreHealth } from "../../../src/stores/sql/store-health.ts";
import { acme, leaveProfiles, pathOf } from "../../support/store-in.ts";
import { bytesOf, holdForWriting, setWritable } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("measures a workspace’s file and the disk, and knows the newest copy beside it", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const health = createStoreHealth(folder);
  const size = await health.measure(acme);
  expect(size).toEqual({ bytes: Buffer.from(bytesOf(path), "base64").length, freeBytes: expect.any(Number) });
  expect(size.freeBytes).toBeGreaterThan(0);
  for (const [name, at] of [
    ["before-002", "2026-05-01T00:00:00Z"],
    ["before-restore", "2026-05-03T00:00:00Z"],
  ] as const) {
    writeFileSync(`${path}.${name}`, "copy");
    utimesSync(`${path}.${name}`, new Date(at), new Date(at));
  }
  expect((await health.measure(acme)).lastCopyAt).toBe("2026-05-03T00:00:00.000Z");
});

it("tries writing without changing a byte, and says why nothing could be written", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const health = createStoreHealth(folder);
  const before = bytesOf(path);
  await health.tryWriting(acme);
  expect(bytesOf(path)).toBe(before);
  const letGo = holdForWriting(path);
  await expect(health.tryWriting(acme)).rejects.toMatchObject({ code: "store-busy" });
  letGo();
  setWritable(path, false);
  await expect(health.tryWriting(acme)).rejects.toMatchObject({ code: "store-read-only" });
  truncateSync(path, 0);
  await expect(health.tryWriting(acme)).rejects.toMatchObject({ code: "store-damaged" });
});

it("says that a file is not there, and makes none", async () => {
  const folder = temporaryFolder();
  mkdirSync(dirname(pathOf(folder)), { recursive: true });
  const health = createStoreHealth(folder);
  await expect(health.measure(acme)).rejects.toMatchObject({ code: "store-unreachable" });
  await expect(health.tryWriting(acme)).rejects.toMatchObject({ code: "store-unreachable" });
});
