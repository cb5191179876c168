import { expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import type { DueTask } from "../../src/upkeep/upkeep.ts";
import { startUpkeep } from "../../src/upkeep/upkeep.ts";

it("goes on with the rest where one thing fails, and ends after the one it is at", async () => {
  const logged: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void logged.push(line) } });
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  async function* findDue(): AsyncGenerator<DueTask> {
    yield { team: "T1", carryOut: () => Promise.reject(new Error("broken")) };
    yield { team: "T2", carryOut: async () => undefined };
    yield {
      team: "T3",
      async carryOut() {
        begun.resolve();
        await gate.promise;
        return "done";
      },
    };
    yield { team: "T4", carryOut: async () => "done" };
  }
  const upkeep = startUpkeep(findDue, { everyMs: 60_000, log });
  await begun.promise;
  const stopped = upkeep.stop();
  gate.resolve();
  await stopped;
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ team: "T1", msg: "what is due is not done yet" }),
    expect.objectContaining({ team: "T3", msg: "done" }),
  ]);
});
