import { join } from "node:path";
import { toFault } from "../../src/errors.ts";
import { TeamId } from "../../src/rules/people.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { inSqlite } from "../support/stored-file.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";

interface Row {
  readonly id: string;
  readonly bot: string;
  readonly refresh: string;
}

const ways: Readonly<Record<string, (own: Row, other: Row, random: Random) => Row>> = {
  "a token of another workspace": (own, other) => ({ ...own, bot: other.bot }),
  "tokens of another workspace": (own, other) => ({ ...other, id: own.id }),
  "a token of another kind": (own) => ({ ...own, bot: own.refresh }),
  "a token of which a letter was changed"(own, _other, random) {
    // The last one holds bits that belong to no byte.
    const at = own.bot.lastIndexOf(".") + 1 + random.below(own.bot.length - own.bot.lastIndexOf(".") - 2);
    return {
      ...own,
      bot: `${own.bot.slice(0, at)}${own.bot[at] === "A" ? "B" : "A"}${own.bot.slice(at + 1)}`,
    };
  },
};

/** Moves sealed tokens to where they do not belong: none of them opens there, and all do where they were. */
export async function proveMovedTokens(effort: Effort, folder: string): Promise<Figure[]> {
  const path = join(folder, "control.sqlite");
  const seal = await openSeal({ kind: "own", folder }, () => undefined);
  const stores = await openStores(folder);
  const store = stores.installationsWith(seal);
  const random = createRandom(effort.seed);
  const opened: string[] = [];
  const figures: Figure[] = [];
  const [acme, beta] = inSqlite(path, (sqlite) =>
    ["T0ACME", "T0BETA"].map((id) => sqlite.prepare<[string], Row>(select).get(id)),
  );
  if (acme === undefined || beta === undefined) throw new Error("nobody installed the app");
  for (const [what, move] of Object.entries(ways)) {
    for (let times = 0; times < effort.forgeries; times += 1) {
      const [own, other] = random.chance(0.5) ? [acme, beta] : [beta, acme];
      write(move(own, other, random));
      const code = await open(own);
      if (code !== "sealed-shut") opened.push(`${what}, in ${own.id}: ${code}`);
      write(own);
    }
    figures.push(counted(`sealed: ${what}`, effort.forgeries));
  }
  const shut = [await open(acme), await open(beta)].filter((code) => code !== "opened");
  await stores.close();
  return [
    ...figures,
    none("of these that opened", opened),
    none("that open no more where they belong", shut),
  ];

  function write({ id, bot, refresh }: Row): void {
    inSqlite(path, (sqlite) => sqlite.prepare(update).run(bot, refresh, id));
  }

  async function open({ id }: Row): Promise<string> {
    return store.find(TeamId.parse(id)).then(
      () => "opened",
      (thrown: unknown) => toFault(thrown).code,
    );
  }
}

const select =
  "select id, sealed_bot_token as bot, sealed_refresh_token as refresh from installations where id = ?";
const update = "update installations set sealed_bot_token = ?, sealed_refresh_token = ? where id = ?";
