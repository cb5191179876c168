import { createHash } from "node:crypto";

/** One of the few pages that the bot shows in a browser. No script, and nothing from elsewhere. */
export interface Page {
  readonly status: number;
  readonly body: string;
}

export interface PageFacts {
  /** The command's name here, such as `/icp`. */
  readonly command: string;
  /** What each scope is for. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly privacyUrl: string | undefined;
  readonly supportUrl?: string | undefined;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; }
a.yes { display: inline-block; padding: .6rem 1.2rem; border-radius: .5rem; background: #1f3a5f; color: #fff; text-decoration: none; font-weight: 600; }
a.yes:focus-visible { outline: 3px solid #6aa0e8; outline-offset: 2px; }
li { margin: .4rem 0; }
`;
const styleHash = createHash("sha256").update(style).digest("base64");

export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "cross-origin-opener-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;

/** What the app is and what it asks for, before Slack asks for a yes. */
export function drawInstallPage(facts: PageFacts, authorizeUrl: string): Page {
  const scopes = Object.entries(facts.scopes).map(
    ([name, reason]) => `<li><code>${escaped(name)}</code>: ${escaped(reason)}</li>`,
  );
  return page(200, "Add ICP Profiles to Slack", [
    "<p>Define and govern your team’s Ideal Customer Profiles in Slack. The app is for Kashew, not by Kashew.</p>",
    `<p><a class="yes" href="${escaped(authorizeUrl)}">Add to Slack</a></p>`,
    `<h2>What it asks for</h2><ul>${scopes.join("")}</ul>`,
    "<p>It reads no messages. Profiles are kept by whoever operates this app.</p>",
    linksOf(facts),
  ]);
}

interface InstalledFacts {
  readonly name: string;
  readonly isOrganization: boolean;
  /** Whether it had been installed there before. */
  readonly isAgain: boolean;
  /** Opens Slack there; for an organization, where its admins add the app to workspaces. */
  readonly nextUrl: string;
}

export function drawInstalled(
  facts: PageFacts,
  { name, isOrganization, isAgain, nextUrl }: InstalledFacts,
): Page {
  const where = isOrganization ? `in the organization ${name}` : `in ${name}`;
  const kept = isAgain ? " What was kept from before is there." : "";
  const [before, button] = isOrganization
    ? [
        "No workspace has it yet: add it to those that are to use it. In any channel there, type",
        "Add it to workspaces",
      ]
    : ["In any channel there, type", "Open Slack"];
  return page(200, `ICP Profiles is installed${isAgain ? " again" : ""}`, [
    `<p>It is now ${escaped(where)}.${kept} ${before} <code>${escaped(facts.command)}</code>.</p>`,
    `<p><a class="yes" href="${escaped(nextUrl)}">${button}</a></p>`,
    linksOf(facts),
  ]);
}

export function drawDeclined(facts: PageFacts): Page {
  return page(200, "Nothing was installed", [
    "<p>You said no in Slack, and that is that: nothing was installed or kept.</p>",
    startAgain,
    linksOf(facts),
  ]);
}

/** `why` is a sentence of ours. */
export function drawInstallFailed(facts: PageFacts, { status, why }: { status: number; why: string }): Page {
  return page(status, "That didn’t work", [
    `<p>${escaped(why)} Nothing was installed.</p>`,
    startAgain,
    linksOf(facts),
  ]);
}

const startAgain = '<p><a href="install">Start again</a></p>';

function linksOf({ privacyUrl, supportUrl }: PageFacts): string {
  const links = [
    ...(privacyUrl === undefined ? [] : [`<a href="${escaped(privacyUrl)}">Privacy</a>`]),
    ...(supportUrl === undefined ? [] : [`<a href="${escaped(supportUrl)}">Support</a>`]),
  ];
  return links.length === 0 ? "" : `<p>${links.join(" · ")}</p>`;
}

function page(status: number, title: string, parts: readonly string[]): Page {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${parts.join("\n")}
</main>
</body>
</html>
`;
  return { status, body };
}

function escaped(text: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => named[character] ?? "");
}
