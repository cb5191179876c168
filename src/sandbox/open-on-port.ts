import { StartProblem } from "../errors.ts";

export const usualPort = 4000;
const portsTried = 10;

/** Opens on the port that the person wants; where they named none, on the usual one or the next that is free. */
export async function openOnPort<Opened>(
  wanted: number | undefined,
  open: (port: number) => Promise<Opened>,
): Promise<Opened> {
  const last = wanted ?? usualPort + portsTried - 1;
  for (let port = wanted ?? usualPort; ; port += 1) {
    try {
      return await open(port);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port < last) continue;
      if (code !== "EADDRINUSE" && code !== "EACCES") throw thrown;
      const ports = wanted === undefined ? `The ports ${usualPort} to ${last} are` : `Port ${port} is`;
      const why = code === "EACCES" ? "not yours to use" : "taken";
      throw new StartProblem(`${ports} ${why}. Choose another one with --port.`, { cause: thrown });
    }
  }
}
