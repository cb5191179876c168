import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { freePort } from "../bench/start-app.ts";
import { createBrowser } from "../support/install-app.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { proveMovedTokens } from "./moved-tokens.ts";
import { createRandom } from "./random.ts";
import { openSender } from "./sender.ts";

/** Who may install it where. */
export const homes = [
  { home: "T0ACME", person: "U0ANA" },
  { home: "T0BETA", person: "U0FINN" },
  { home: "E0GLOBEX", person: "W0NOA" },
];
const evil = "https://evil.example/";

/** Installs that nobody began, links that would lead elsewhere, and then the tokens of those who did install, moved about. */
export async function proveForgedInstalls(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await createSlack({ seed: installSeed({ tokenLifeSeconds: 12 * 60 * 60 }) });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  slack.allowRedirect(`${url}/slack/oauth_redirect`);
  await mkdir(folder, { recursive: true });
  const own = { SLACK_STATE_SECRET: "state-secret-of-proofs", PUBLIC_URL: url, PORT: String(port) };
  const bot = await startBot(folder, { ...slack.installEnv, ...own });
  const sender = openSender(bot.url, slack.signingSecret);
  const random = createRandom(effort.seed);
  const wrong: string[] = [];
  const figures: Figure[] = [];
  try {
    await many("an install without a state", async () => {
      const back = new URL(await begun());
      back.searchParams.delete("state");
      return status(back.href);
    });
    await many("an install with a state that was made up", async () => {
      const back = new URL(await begun());
      const state = back.searchParams.get("state") ?? "";
      const at = random.below(state.length);
      const other = state[at] === "0" ? "1" : "0";
      const made = [`${state.slice(0, at)}${other}${state.slice(at + 1)}`, "", "..", evil, "9".repeat(5000)];
      back.searchParams.set("state", random.pick(made));
      return status(back.href);
    });
    await many("an install from another browser", async () => {
      const back = await begun();
      const other = createBrowser(url);
      await other.begin();
      return (await other.open(back)).status;
    });
    let installs = 0;
    await many("an install a second time", async () => {
      const browser = createBrowser(url);
      const back = await browser.consent(await browser.begin(), random.pick(homes));
      if ((await browser.open(back)).status === 200) installs += 1;
      return (await browser.open(back)).status;
    });
    await many("a link that would lead elsewhere", leadAway);
    const asked = slack.exchanges.filter(({ kind }) => kind === "oauth.v2.access").length;
    figures.push(
      counted("  installs that somebody did begin", installs, installs === effort.forgeries),
      counted("  codes for which Slack was asked for a token", asked, asked === installs),
      none("answers to them that were not as they should be", wrong),
      none("surprises in the bot’s log", bot.surprises()),
    );
  } finally {
    sender.close();
    await bot.stop();
    await slack.close();
  }
  return [...figures, ...(await proveMovedTokens(effort, join(folder, "data")))];

  async function many(what: string, attempt: () => Promise<number>): Promise<void> {
    for (let times = 0; times < effort.forgeries; times += 1) {
      const status = await attempt();
      if (status !== 400) wrong.push(`${what}: ${status}`);
    }
    figures.push(counted(what, effort.forgeries));
  }

  /** Where Slack leads back to in the browser in which an install began; opened in any other one it is forged. */
  async function begun(): Promise<string> {
    const browser = createBrowser(url);
    return browser.consent(await browser.begin(), random.pick(homes));
  }

  async function status(url: string): Promise<number> {
    return (await fetch(url, { redirect: "manual" })).status;
  }

  /** As good as refused where nothing in the answer leads there. */
  async function leadAway(): Promise<number> {
    const page = random.pick([
      "install",
      "oauth_redirect",
      "oauth_redirect/..//evil.example",
      "//evil.example",
    ]);
    const name = random.pick(["redirect_uri", "next", "url", "return_to", "state", "code", "error"]);
    const host = random.pick(["host", "x-forwarded-host", "x-original-host", "forwarded"]);
    const value = host === "forwarded" ? "host=evil.example" : "evil.example";
    const { headers, body } = await sender.send("", {
      method: "GET",
      path: `/slack/${page}?${new URLSearchParams({ [name]: evil })}`,
      headers: { [host]: value },
    });
    return JSON.stringify([headers, body]).includes("evil") || headers.location !== undefined ? 302 : 400;
  }
}
