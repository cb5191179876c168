// What the bot is measured against: Bolt and its HTTPReceiver, no more. It acks with the bytes that the bot answered,
// opens the view that the bot opens, shows a form again after a choice, and saves a form as one row. Plain JavaScript, since reading TypeScript would
// cost it memory and time that are not Bolt's.
import { readFileSync } from "node:fs";
import bolt from "@slack/bolt";
import Database from "better-sqlite3";

/** `BareSettings` in setup.ts */
const { botToken, signingSecret, slackApiUrl, port, database, answers } = JSON.parse(
  readFileSync(process.argv[2] ?? "", "utf8"),
);
const receiver = new bolt.HTTPReceiver({ signingSecret });
const app = new bolt.App({ token: botToken, receiver, clientOptions: { slackApiUrl } });
const save = openTable(database);

app.command("/icp", async ({ command, ack, client }) => {
  const answer = answers.commands[command.text];
  await ack(answer);
  if (answer === undefined) {
    await client.views.open({ trigger_id: command.trigger_id, view: answers.opens });
  }
});
app.action(/.*/, async ({ body: { view }, ack, client }) => {
  await ack();
  const { id, hash, type, callback_id, private_metadata, title, submit, close, blocks } = view;
  const again = { type, callback_id, private_metadata, title, submit, close, blocks };
  // No form of the bench's is open.
  await client.views.update({ view_id: id, hash, view: again }).catch(() => undefined);
});
app.options(/.*/, async ({ ack }) => ack(answers.options));
app.view(/.*/, async ({ view, ack }) => {
  save(view.id, JSON.stringify(view.state.values));
  await ack(answers.submitted);
});

await receiver.start({ port, host: "127.0.0.1" });

function openTable(path) {
  if (path === undefined) return () => undefined;
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.exec("create table forms (id text primary key not null, state text not null)");
  const insert = sqlite.prepare("insert into forms (id, state) values (?, ?)");
  return (id, values) => void insert.run(id, values);
}
