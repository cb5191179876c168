import type { RecentFaults } from "../../recent-faults.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Work } from "../listening/answer.ts";
import type { Connection } from "../transport/transport.ts";
import { drawDoctor, drawReference } from "../views/doctor.ts";
import { printCommand } from "./parse-command.ts";

export interface DoctorDeps {
  readonly usecases: Pick<UseCases, "examineWorkspace">;
  readonly recentFaults: RecentFaults;
  readonly connection: () => Connection;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly supportUrl: string | undefined;
  readonly now: () => number;
}

/** `/icp doctor`, and `/icp doctor ABC123` for one error that somebody was shown. */
export function doctorCommand({ usecases, recentFaults, ...deps }: DoctorDeps) {
  return (rest: string): Work => ({
    again: printCommand({ verb: "doctor", rest }),
    async answer(actor, place) {
      const examined = await usecases.examineWorkspace(actor);
      if (examined.kind === "refused") return examined;
      const faults = recentFaults.of(place.teamId);
      const reference = readReference(rest);
      if (reference !== undefined) {
        const found = faults.find((fault) => fault.reference === reference);
        return { kind: "message", message: drawReference(reference, found) };
      }
      const { connection, version, startedAt, supportUrl, now } = deps;
      const message = drawDoctor({
        examined,
        token: await place.askToken(),
        connection: connection(),
        faults,
        version,
        upMs: now() - startedAt,
        supportUrl,
      });
      return { kind: "message", message };
    },
  });
}

/** Also where it was copied with the word in front of it. */
function readReference(rest: string): string | undefined {
  const last = rest.replace(/\.$/, "").split(" ").at(-1)?.toUpperCase();
  return last === "" ? undefined : last;
}
