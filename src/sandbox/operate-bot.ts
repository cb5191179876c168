import type { Config } from "../config.ts";
import type { OperatorUseCases } from "../usecases/use-cases.ts";

/** Does something as the operator of the sandbox's bot. */
export type Operate = <Answer>(work: (usecases: OperatorUseCases) => Promise<Answer>) => Promise<Answer>;

/** On the bot's data. What it takes is loaded when first needed: the page is not to wait for a database. */
export function operateBot(config: () => Config): Operate {
  return async (work) => {
    const { withOperator } = await import("../operate.ts");
    return withOperator(config(), work);
  };
}
