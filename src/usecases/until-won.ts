import { Fault } from "../errors.ts";

/** Nobody is overtaken so often but by something that went wrong. */
const mostRaces = 100;

/** Tries again as long as somebody is faster, of which `attempt` tells by answering nothing; not without end. */
export async function untilWon<Answer>(attempt: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let race = 0; race < mostRaces; race += 1) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
  }
  throw new Fault("store-busy", `somebody was faster ${mostRaces} times in a row`);
}
