import type { Config } from "./config.ts";
import { depsOf } from "./deps.ts";
import type { DataReport } from "./stores/data-report.ts";
import type { RotateAnswer } from "./stores/key-source.ts";
import { createDataFiles } from "./stores/sql/data-files.ts";
import { sealLater } from "./stores/sql/encryption-keys.ts";
import { examineData } from "./stores/sql/examine-data.ts";
import { sealWithNewest } from "./stores/sql/rotate-keys.ts";
import { openStores } from "./stores/sql/stores.ts";
import type { OperatorUseCases } from "./usecases/use-cases.ts";
import { bindOperatorUseCases } from "./usecases/use-cases.ts";

/** The operator's use cases on the bot's data, beside a running bot or without one. */
export async function withOperator<Answer>(
  config: Config,
  work: (usecases: OperatorUseCases) => Promise<Answer>,
): Promise<Answer> {
  const stores = await openStores(config.dataDir);
  try {
    const seal = sealLater(config.encryptionKeys);
    const deps = depsOf(config, stores, { seal, now: Date.now, report: () => undefined });
    return await work(bindOperatorUseCases({ ...deps, files: createDataFiles(config.dataDir) }));
  } finally {
    await stores.close();
  }
}

/** Seals all tokens and keys with the newest key: a new one, where the keys are in our own file. */
export async function rotateKeys(
  config: Config,
  { mayForget }: { mayForget: boolean },
): Promise<RotateAnswer> {
  const { slack, encryptionKeys, dataDir } = config;
  const hasInstalls = slack.kind !== "none" && slack.tenancy.kind === "installs";
  const stores = await openStores(dataDir);
  try {
    return await sealWithNewest(encryptionKeys, { stores, hasInstalls, mayForget });
  } finally {
    await stores.close();
  }
}

/** The state of the bot's data, which need not even open. */
export function examine(config: Config): Promise<DataReport> {
  return examineData(config.dataDir);
}
