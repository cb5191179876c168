import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/config.ts";
import { TeamId } from "../../src/rules/people.ts";
import { readFlags } from "../../src/sandbox/flags.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { act, follow } from "../sandbox/server/page-client.ts";
import { workspace } from "../support/run-workspace.ts";
import { runProcess, startProcess } from "../support/start-process.ts";
import { storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Two starts in one test. */
const patience = { timeout: 60_000 };

it(
  "opens a sandbox with the bot in it where nothing of Slack is set, and says so in one line",
  patience,
  async () => {
    const cwd = temporaryFolder();
    const first = startProcess(["start.mjs", "--port", "0"], { cwd, env: { DEFAULT_WRITERS: "members" } });
    const url = await addressOf(first);
    await (await follow(url)).until(({ appState }) => appState.kind === "running");
    await act(url, { as: "ben", do: "types", text: "/icp new Fintech" });
    await act(url, { as: "ben", do: "saves" });
    expect(await list(url, "ben")).toContain("Fintech");
    const [, api = ""] = await first.prints(/its REST API is at (\S+);/);
    const data = { DATA_DIR: join(cwd, "data/sandbox/bot") };
    const { stdout: key } = await workspace(data, "key", "T0ACME");
    const headers = { authorization: `Bearer ${key.trim()}` };
    const programs = await fetch(`${api}/icp-profiles`, { headers });
    expect(await programs.json()).toMatchObject({ profiles: [{ name: "Fintech" }] });
    expect(await list(url, "finn")).toContain("This workspace is on Free.");
    await act(url, { as: "finn", do: "sets", lever: "plan:T0BETA", to: "max" });
    expect(await list(url, "finn")).toContain("No ICP profiles yet.");
    expect(await list(url, "lea")).toMatch(/# 3 ICP profiles.*kept in Kashew, read/s);
    await act(url, { as: "lea", do: "types", text: "/icp new Mills" });
    await act(url, { as: "lea", do: "saves" });
    // The form says that it is being saved, and is not waited for.
    await expect
      .poll(() => list(url, "tom"), { timeout: 10_000 })
      .toMatch(/# 4 ICP profiles.*Mills.*kept in Kashew, read/s);
    const account = await kashewOf(data.DATA_DIR);
    expect(account).toEqual({ keys: [expect.anything()], connection: expect.anything(), profiles: 4 });
    first.kill("SIGINT");
    const { code, stdout, stderr } = await first.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Try ICP Profiles at http:\/\/\S+ \(its REST API is at http:\/\/127\.0\.0\.1:\d+\/api\/v1; Ctrl\+C ends it, and data\/sandbox keeps what happened\)\n$/,
    );
    expect(readFileSync(join(cwd, "data/sandbox/bot.log"), "utf8")).toContain("SIGTERM: stopping");

    const again = (await startHere(["--socket", "--data", join(cwd, "data/sandbox")])).sandbox.slack.url;
    const finn = await follow(again, "finn");
    await finn.until(({ appState }) => appState.kind === "running");
    expect(await list(again, "ben")).toContain("Fintech");
    expect(await list(again, "finn")).toContain("No ICP profiles yet.");
    expect(await list(again, "tom")).toMatch(/# 4 ICP profiles.*Mills.*kept in Kashew, read/s);
    expect(await kashewOf(data.DATA_DIR)).toEqual(account);
    expect(finn.screen.weather.levers).toContainEqual(
      expect.objectContaining({ id: "plan:T0BETA", value: "max" }),
    );
    expect(finn.screen.weather.levers).toContainEqual(
      expect.objectContaining({ id: "plan:T0ACME", value: "pro" }),
    );

    await workspace(data, "plan", "T0ACME", "business");
    await finn.until(({ weather }) =>
      weather.levers.some(({ id, value }) => id === "plan:T0ACME" && value === "business"),
    );
  },
);

it("keeps the bot from the Slack of the person's own settings, and takes it along however it ends", async () => {
  const cwd = temporaryFolder();
  const env = {
    SLACK_BOT_TOKEN: "xoxb-1-theirs",
    SLACK_APP_TOKEN: "xapp-1-theirs",
    SLACK_API_URL: "http://127.0.0.1:9/",
  };
  const sandbox = startProcess(["sandbox/main.ts", "--port", "0"], { cwd, env });
  const url = await addressOf(sandbox);
  await (await follow(url)).until(({ appState }) => appState.kind === "running");
  const log = readFileSync(join(cwd, "data/sandbox/bot.log"), "utf8");
  const bot = connect(Number(/listening on port (\d+)/.exec(log)?.[1]), "127.0.0.1");
  await once(bot, "connect");
  const ended = once(bot.resume(), "close");
  sandbox.kill("SIGKILL");
  await ended;
});

it("shows a bot that crashed with the end of its log, and starts it again", async () => {
  const { sandbox, warned } = await startHere(["--data", temporaryFolder()]);
  const { url } = sandbox.slack;
  await sandbox.settled;
  const ana = await follow(url);
  expect(ana.screen.appState).toEqual({ kind: "running", log: [] });

  process.kill(await childOf(process.pid), "SIGKILL");
  const { appState } = await ana.until((screen) => screen.appState.kind === "crashed" && screen);
  expect(appState.log.at(-1)).toBe("The bot ended (SIGKILL).");
  expect(appState.log.join("\n")).toContain("serving Acme");
  expect(warned).toEqual([expect.stringContaining("The bot ended (SIGKILL).")]);
  expect(await act(url, { do: "types", text: "/icp list" })).toMatchObject({
    error: "ICP Profiles has crashed, so nothing reaches it. Weather shows its log and starts it again.",
  });

  expect(await act(url, { do: "restarts-app" })).not.toHaveProperty("error");
  await ana.until((screen) => screen.appState.kind === "running");
  expect(await list(url, "ana")).toContain("No ICP profiles yet.");
});

it("says with exit code 2 which flag it does not know", async () => {
  const { code, stdout, stderr } = await runProcess(["start.mjs", "--prot", "4001"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^Unknown option '--prot'/);
  expect(stderr).toContain("--port N");
});

/** The sandbox in this process, and its bot in one of its own; both are gone after the test. */
async function startHere(words: readonly string[]) {
  const warned: string[] = [];
  const [reading, said] = [readConfig({}), readFlags(["--port", "0", ...words])];
  if (reading.kind !== "config" || said.kind !== "flags") throw new Error("They are not understood.");
  const sandbox = await startSandbox(reading.config, said.flags, {
    warn: (sentence) => void warned.push(sentence),
    echo: () => undefined,
  });
  onTestFinished(() => sandbox.close());
  return { sandbox, warned };
}

async function addressOf(sandbox: ReturnType<typeof startProcess>): Promise<string> {
  const [, url = ""] = await sandbox.prints(/ at (http:\S+) .*\n/);
  return url;
}

/** What somebody sees who types `/icp list`. */
async function list(url: string, as: string): Promise<string> {
  return (await act(url, { as, do: "types", text: "/icp list" })).screen ?? "";
}

/** The keys and the profiles of the account that stands for Kashew’s, and how Cobalt is connected with it. */
async function kashewOf(folder: string) {
  const { apiKeys, workspaces, profilesOf } = await storesIn(folder);
  const account = TeamId.parse("T0KASHEW");
  const keys = await apiKeys.of(account);
  const cobalt = await workspaces.find(TeamId.parse("T0COBALT"));
  const { total } = await profilesOf(account).count();
  return { keys: keys.map(({ name }) => name), connection: cobalt?.connection, profiles: total };
}

async function childOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("pgrep", ["-P", String(pid), "-f", "start.mjs"]);
  return Number(stdout.trim());
}
