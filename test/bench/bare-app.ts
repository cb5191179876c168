import { readFileSync } from "node:fs";
import type { ViewResponseAction } from "@slack/bolt";
import bolt from "@slack/bolt";
import type { ModalView } from "@slack/types";
import Database from "better-sqlite3";

/**
 * What the bot is measured against: Bolt and its HTTPReceiver, no more. It acks with the bytes that the bot answered,
 * opens the view that the bot opens, and saves a form as one row.
 */
export interface BareSettings {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly slackApiUrl: string;
  /** A new SQLite file; without one, submissions are not saved. */
  readonly database?: string;
  readonly answers: BareAnswers;
}

export interface BareAnswers {
  /** By what was typed after the command's name. */
  readonly commands: Readonly<Record<string, object>>;
  readonly opens: object;
  readonly options: object;
  readonly submitted: object;
}

const settings: BareSettings = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const { answers } = settings;
const receiver = new bolt.HTTPReceiver({ signingSecret: settings.signingSecret });
const app = new bolt.App({
  token: settings.botToken,
  receiver,
  clientOptions: { slackApiUrl: settings.slackApiUrl },
});
const save = openTable(settings.database);

app.command("/icp", async ({ command, ack, client }) => {
  const answer = answers.commands[command.text];
  await ack(answer);
  if (answer === undefined) {
    await client.views.open({ trigger_id: command.trigger_id, view: answers.opens as ModalView });
  }
});
app.options(/.*/, async ({ ack }) => ack(answers.options as Parameters<typeof ack>[0]));
app.view(/.*/, async ({ view, ack }) => {
  save(view.id, JSON.stringify(view.state.values));
  await ack(answers.submitted as ViewResponseAction);
});

const server = await receiver.start({ port: 0, host: "127.0.0.1" });
process.stdout.write(`${JSON.stringify({ msg: "listening on port", ...Object(server.address()) })}\n`);

function openTable(path: string | undefined): (id: string, values: string) => void {
  if (path === undefined) return () => undefined;
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.exec("create table forms (id text primary key not null, state text not null)");
  const insert = sqlite.prepare("insert into forms (id, state) values (?, ?)");
  return (id, values) => void insert.run(id, values);
}
