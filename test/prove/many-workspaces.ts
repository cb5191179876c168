import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A workspace of many, all of which have the same people and channels. */
export interface Workspace {
  readonly index: number;
  readonly id: string;
  /** Stands in whatever belongs to it, and nowhere else. */
  readonly mark: string;
}

export const people = { ana: "U0ANA", ben: "U0BEN" } as const;

/** Slack's Web API for many workspaces, as far as the bot calls it. */
export interface ManyWorkspaces {
  readonly workspaces: readonly Workspace[];
  readonly signingSecret: string;
  /** The bot's settings, with a token for each workspace. */
  readonly env: Readonly<Record<string, string>>;
  /** The same where workspaces install the app by themselves; the code of each is its id. */
  readonly installEnv: Readonly<Record<string, string>>;
  /** Where an answer to this may be posted, in this workspace. */
  responseUrl(workspace: Workspace, key: string): string;
  /** What the bot opens with this trigger and fills, or posts on this key's response_url. */
  heard(key: string): Promise<string>;
  /** Everything that the bot says to one workspace passes here. */
  onSaid(listener: (workspace: Workspace, said: string) => void): void;
  close(): Promise<void>;
}

export async function openManyWorkspaces(count: number): Promise<ManyWorkspaces> {
  const workspaces = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, "0");
    return { index, id: `T0TEAM${number}`, mark: `w${number}x` };
  });
  const byId = new Map(workspaces.map((one) => [one.id, one]));
  const awaited = new Map<string, (said: string) => void>();
  const listeners: ((workspace: Workspace, said: string) => void)[] = [];

  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const [, kind, name = "", key = ""] = (req.url ?? "").split("/");
    const token = /^Bearer xoxb-(.+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "";
    const args = new URLSearchParams(body);
    const workspace = byId.get(kind === "hooks" ? name : token || (args.get("code") ?? ""));
    const answer = workspace === undefined ? { ok: false, error: "invalid_auth" } : answerTo(workspace);
    res.setHeader("content-type", "application/json").end(JSON.stringify(answer));

    function answerTo(team: Workspace): object {
      if (kind === "hooks") return say(team, key, body);
      if (name === "oauth.v2.access") return accessTo(team);
      if (name === "auth.test") return { ok: true, team_id: team.id, team: team.mark, user_id: "U0BOT" };
      if (name === "users.info") return { ok: true, user: personIn(team, args.get("user") ?? "") };
      if (name === "users.list") return { ok: true, members: [personIn(team, people.ana)] };
      const opened = args.get("trigger_id") ?? args.get("view_id")?.slice(1) ?? "";
      say(team, opened, body);
      return { ok: true, view: { id: `V${opened}` }, channel: args.get("channel"), ts: "1.1" };
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function say(workspace: Workspace, key: string, said: string): object {
    const text = decodeURIComponent(said.replaceAll("+", " "));
    for (const listener of listeners) listener(workspace, text);
    if (!text.includes('"callback_id":"loading"')) awaited.get(key)?.(text);
    return { ok: true };
  }

  const signingSecret = "signing-secret-of-many";
  const common = { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: `${url}/api/` };
  return {
    workspaces,
    signingSecret,
    env: { ...common, SLACK_BOT_TOKEN: workspaces.map(tokenOf).join(",") },
    installEnv: {
      ...common,
      SLACK_CLIENT_ID: "1.1",
      SLACK_CLIENT_SECRET: "client-secret-of-many",
      SLACK_STATE_SECRET: "state-secret-of-many",
      PUBLIC_URL: "http://127.0.0.1",
    },
    responseUrl: ({ id }, key) => `${url}/hooks/${id}/${key}`,
    heard(key) {
      return new Promise<string>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing was said within 10 s on ${key}`)), 10_000);
        awaited.set(key, (said) => {
          clearTimeout(late);
          awaited.delete(key);
          resolve(said);
        });
      });
    },
    onSaid: (listener) => void listeners.push(listener),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Whether this person may write there: the same id is an admin in one workspace and a guest in the next. */
export function mayWrite({ index }: Workspace, person: string): boolean {
  return person === people.ana || index % 2 === 0;
}

function tokenOf({ id }: Workspace): string {
  return `xoxb-${id}`;
}

function accessTo(workspace: Workspace): object {
  return {
    ok: true,
    access_token: tokenOf(workspace),
    token_type: "bot",
    scope: "commands,chat:write,users:read",
    app_id: "A0APP",
    authed_user: { id: people.ana },
    team: { id: workspace.id, name: workspace.mark },
  };
}

function personIn(workspace: Workspace, id: string): object {
  const isWriter = mayWrite(workspace, id);
  return {
    id,
    team_id: workspace.id,
    real_name: `Somebody of ${workspace.mark}`,
    is_admin: isWriter,
    is_owner: id === people.ana,
    is_restricted: !isWriter,
  };
}
