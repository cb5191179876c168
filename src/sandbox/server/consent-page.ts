import { createHash } from "node:crypto";
import type { Answer, Asked } from "./http.ts";
import { secret, token } from "./ids.ts";
import { personById } from "./lookup.ts";
import type { SeedPerson } from "./seed.ts";
import type { World } from "./world.ts";

/** What an app asks for, once it is known to be right. */
interface Ask {
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly state: string;
}

/** Where an app can be installed. */
interface Home {
  readonly id: string;
  readonly name: string;
  readonly people: readonly SeedPerson[];
}

/** `/oauth/v2/authorize`: who installs the app where, and whether they allow what it asks for. It posts to itself. */
export function answerConsent(world: World, { method, query, body }: Asked): Answer {
  const ask = readAsk(world, query);
  if (typeof ask === "string")
    return page(400, { title: "This link is wrong", parts: [`<p>Slack says: ${ask}.</p>`] });
  if (method === "GET") return drawConsent(world, ask);
  if (method !== "POST") return page(405, { title: "This page is read or posted", parts: [] });
  const given = new URLSearchParams(body);
  if (given.get("answer") !== "allow") return leadBack(ask, { error: "access_denied" });
  const home = homesOf(world).find(({ id }) => id === given.get("home"));
  const person = personById(world, given.get("person") ?? "");
  const isTheirs = person !== undefined && home?.people.includes(person) === true;
  if (!isTheirs) return drawConsent(world, ask, "This person may not install apps there.");
  const code = `${token(12)}.${secret(32)}`;
  const { redirectUri, scopes } = ask;
  world.codes.set(code, { home: home.id, person: person.id, redirectUri, scopes, mintedAt: world.now() });
  return leadBack(ask, { code });
}

/** The ask, or Slack's error code. */
function readAsk({ seed: { app } }: World, query: URLSearchParams): Ask | string {
  const [redirectUri, scope] = [query.get("redirect_uri") ?? "", query.get("scope") ?? ""];
  const scopes = scope.split(",").filter((name) => name !== "");
  if (app.oauth === undefined || query.get("client_id") !== app.oauth.clientId) return "invalid_client_id";
  if (!app.oauth.redirectUrls.some((url) => redirectUri === url)) return "bad_redirect_uri";
  if (scopes.length === 0 || scopes.some((name) => !app.scopes.includes(name))) return "invalid_scope";
  return { scopes, redirectUri, state: query.get("state") ?? "" };
}

function homesOf({ seed }: World): Home[] {
  const may = ({ role }: SeedPerson) => role === "owner" || role === "admin" || role === "member";
  const organizations = (seed.organizations ?? []).map(({ id, name }) => {
    const inside = seed.workspaces.filter(({ enterprise }) => enterprise === id).map((one) => one.id);
    return { id, name, people: seed.people.filter((one) => inside.includes(one.workspace) && may(one)) };
  });
  const workspaces = seed.workspaces.map(({ id, name }) => ({
    id,
    name,
    people: seed.people.filter((one) => one.workspace === id && may(one)),
  }));
  return [...workspaces, ...organizations];
}

function leadBack({ redirectUri, state }: Ask, answer: Record<string, string>): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state })) url.searchParams.set(name, value);
  return { status: 303, headers: { location: url.href, "cache-control": "no-store" }, body: "" };
}

function drawConsent(world: World, ask: Ask, complaint?: string): Answer {
  const homes = homesOf(world);
  const people = [...new Set(homes.flatMap((home) => home.people))];
  const app = escaped(world.seed.app.name);
  return page(complaint === undefined ? 200 : 400, {
    title: `${app} asks for access`,
    redirectUri: ask.redirectUri,
    parts: [
      ...(complaint === undefined ? [] : [`<p role="alert">${escaped(complaint)}</p>`]),
      `<form method="post">`,
      `<p><label>Workspace or organization ${select("home", homes)}</label></p>`,
      `<p><label>You are ${select(
        "person",
        people.map(({ id, realName, role }) => ({ id, name: `${realName}, ${role}` })),
      )}</label></p>`,
      `<h2>${app} may</h2><ul>${ask.scopes.map((name) => `<li><code>${escaped(name)}</code></li>`).join("")}</ul>`,
      `<p><button name="answer" value="cancel">Cancel</button> <button name="answer" value="allow">Allow</button></p>`,
      "</form>",
    ],
  });
}

function select(name: string, options: readonly { id: string; name: string }[]): string {
  const drawn = options.map(({ id, name }) => `<option value="${escaped(id)}">${escaped(name)}</option>`);
  return `<select name="${name}">${drawn.join("")}</select>`;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
select { display: block; width: 100%; }
select, button { font: inherit; padding: .4rem .8rem; }
`;
const styleHash = createHash("sha256").update(style).digest("base64");

function page(
  status: number,
  { title, parts, redirectUri }: { title: string; parts: readonly string[]; redirectUri?: string },
): Answer {
  // A browser holds the form to its policy on the way back to the app, too.
  const target = redirectUri === undefined ? "" : ` ${new URL(redirectUri).origin}`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'${target}; frame-ancestors 'none'`,
      // With none at all the form would come without its origin.
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${parts.join("\n")}
</main>
</body>
</html>
`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
