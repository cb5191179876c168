/** One of the few pages that the bot shows in a browser. No script, no style from elsewhere. */
export interface Page {
  readonly status: number;
  readonly body: string;
}

export interface PageFacts {
  /** What each scope is for. */
  readonly scopes: readonly { readonly name: string; readonly reason: string }[];
  readonly privacyUrl: string | undefined;
  readonly supportUrl: string | undefined;
}

export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;

/** What the app is and what it asks for, before Slack asks for a yes. */
export function drawInstallPage(facts: PageFacts, authorizeUrl: string): Page {
  const scopes = facts.scopes.map(
    ({ name, reason }) => `<li><code>${escaped(name)}</code> ${escaped(reason)}</li>`,
  );
  return page(200, "Add ICP Profiles to Slack", [
    "<p>Define and govern your team’s Ideal Customer Profiles in Slack. The app is for Kashew, not by Kashew.</p>",
    `<p><a class="yes" href="${escaped(authorizeUrl)}">Add to Slack</a></p>`,
    `<h2>What it asks for</h2><ul>${scopes.join("")}</ul>`,
    "<p>It reads no messages. Profiles are kept by whoever operates this installation.</p>",
    linksOf(facts),
  ]);
}

export function drawInstalled(
  facts: PageFacts,
  { workspace, openUrl }: { workspace: string; openUrl: string },
): Page {
  return page(200, "ICP Profiles is installed", [
    `<p>It is now in ${escaped(workspace)}. Type <code>/icp</code> in any channel there.</p>`,
    `<p><a class="yes" href="${escaped(openUrl)}">Open Slack</a></p>`,
    linksOf(facts),
  ]);
}

export function drawDeclined(facts: PageFacts): Page {
  return page(200, "Nothing was installed", [
    "<p>You said no in Slack, and that is that: nothing was installed or kept.</p>",
    '<p><a href="install">Start again</a></p>',
    linksOf(facts),
  ]);
}

/** `why` is a sentence of ours. */
export function drawInstallFailed(facts: PageFacts, why: string): Page {
  return page(400, "That didn’t work", [
    `<p>${escaped(why)} Nothing was installed.</p>`,
    '<p><a href="install">Start again</a></p>',
    linksOf(facts),
  ]);
}

function linksOf({ privacyUrl, supportUrl }: PageFacts): string {
  const links = [
    ...(privacyUrl === undefined ? [] : [`<a href="${escaped(privacyUrl)}">Privacy</a>`]),
    ...(supportUrl === undefined ? [] : [`<a href="${escaped(supportUrl)}">Support</a>`]),
  ];
  return links.length === 0 ? "" : `<p class="links">${links.join(" · ")}</p>`;
}

function page(status: number, title: string, parts: readonly string[]): Page {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; }
a.yes { display: inline-block; padding: .6rem 1.2rem; border-radius: .5rem; background: #1f3a5f; color: #fff; text-decoration: none; font-weight: 600; }
a.yes:focus-visible { outline: 3px solid #6aa0e8; outline-offset: 2px; }
li { margin: .4rem 0; }
</style>
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
