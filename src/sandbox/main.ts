import { parseArgs } from "node:util";
import { createSlack } from "./server/create-slack.ts";

const usage = `A local Slack to try an app in.

  node src/sandbox/main.ts --port 4000                                             for Socket Mode
  node src/sandbox/main.ts --port 4000 --app http://127.0.0.1:3000/slack/events    for HTTP

  --port   where this Slack listens, on 127.0.0.1 only (4000; 0 takes any free port)
  --app    the app's request URL, for commands, interactions, option loads and events;
           without it they go over the WebSocket that the app opens
  --help   this text

What a person does is posted as JSON, and the answer is their screen:
  curl -s 127.0.0.1:4000/sandbox/act -H 'content-type: application/json' -d '{"as":"ana","do":"types","text":"/icp new"}'
  curl -s '127.0.0.1:4000/sandbox/screen?as=ana'
`;

const settings = readSettings();
if (typeof settings === "string") {
  process.stderr.write(`${settings}\n`);
  process.exitCode = 1;
} else if (settings.help) {
  process.stdout.write(usage);
} else {
  await run(settings);
}

async function run({ port, app }: { port: number; app: string | undefined }): Promise<void> {
  const slack = await createSlack({ port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    process.stderr.write(`Port ${port} is taken. Choose another with --port.\n`);
    process.exitCode = 1;
    return undefined;
  });
  if (slack === undefined) return;
  if (app !== undefined) slack.connectApp(app);
  const env = app === undefined ? slack.socketEnv : slack.env;
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const way = app === undefined ? "waits for the app in Socket Mode" : `sends to ${app}`;
  process.stdout.write(
    `# This Slack listens on ${slack.url} and ${way}. The app needs:\n${lines.join("\n")}\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void slack.close());
  }
}

function readSettings(): { port: number; app: string | undefined; help: boolean } | string {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4000" },
        app: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port ${values.port} is no port.`;
    if (values.app !== undefined && !URL.canParse(values.app)) return `--app ${values.app} is no URL.`;
    return { port, app: values.app, help: values.help };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}
