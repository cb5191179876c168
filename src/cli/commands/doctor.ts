import type { ConfigReading } from "../../config.ts";
import { examine } from "../../operate.ts";
import { appVersion } from "../../process/app-version.ts";
import type { DataReport } from "../../stores/data-report.ts";
import type { Command } from "./command.ts";
import { tooMuch } from "./command.ts";
import type { Outcome } from "./outcome.ts";

export const doctor: Command = {
  form: "doctor",
  says: "looks for what is wrong with the settings and the data",
  more: "It changes nothing. The exit code is 1 where something is wrong.",
  read: (words) => (words.length > 0 ? tooMuch(words) : look),
};

async function look(settings: ConfigReading): Promise<Outcome> {
  const data = settings.kind === "config" ? await examine(settings.config) : undefined;
  const troubles = [...settingTroubles(settings, data), ...(data === undefined ? [] : dataTroubles(data))];
  const report = { app: appVersion(), node: process.versions.node, troubles, data };
  const verdict =
    troubles.length === 0 ? ["Nothing is wrong."] : troubles.map((trouble) => `wrong      ${trouble}`);
  return {
    text: [
      `version    ${report.app}, on Node ${report.node}`,
      ...(data === undefined ? [] : draw(data)),
      ...verdict,
    ].join("\n"),
    data: report,
    exit: troubles.length === 0 ? 0 : 1,
    isReport: true,
  };
}

function settingTroubles(settings: ConfigReading, data: DataReport | undefined): readonly string[] {
  if (settings.kind === "problems") return settings.problems;
  // A bot that runs has been told by somebody else, such as the sandbox.
  if (settings.config.slack.kind !== "none" || data?.isBotRunning === true) return [];
  return [
    "SLACK_BOT_TOKEN is not set, nor is SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: a bot started here does not go to Slack.",
  ];
}

function dataTroubles({ trouble, files, rows }: DataReport): string[] {
  return [trouble, ...files.map((file) => file.trouble), ...rows].filter((each) => each !== undefined);
}

function draw({ folder, isBotRunning, files, copies }: DataReport): string[] {
  return [
    `data       ${folder}`,
    `bot        ${isBotRunning ? "running" : "not running"}`,
    ...files.map(
      ({ path, bytes, migrations }) => `file       ${path}  ${bytes} bytes  ${migrations.at(-1) ?? ""}`,
    ),
    ...copies.map(({ path, bytes }) => `copy       ${path}  ${bytes} bytes`),
  ];
}
