import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Answer, Asked } from "./http.ts";
import { words } from "./http.ts";

/** Only what is served here runs or is shown; nothing inline, and inside no other page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** A name with its content's hash, as Vite gives it: what it names never changes. */
const hashed = /-[\w-]{8}\.\w+$/;

/** Serves the built page from its folder. Only a file that the folder itself lists is served, so that no path leads out of it. */
export async function servePage(folder: string | undefined, { method, path }: Asked): Promise<Answer> {
  if (method !== "GET" && method !== "HEAD") return words(405, "The page can only be read.");
  const name = path === "/" ? "index.html" : decode(path.slice(1));
  if (folder === undefined) return words(404, "This Slack was started without a page.");
  if (!(await filesIn(folder)).includes(name)) {
    return name === "index.html" ? notBuilt : words(404, "There is nothing here.");
  }
  const type = types[extname(name)] ?? "application/octet-stream";
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": hashed.test(name) ? "public, max-age=31536000, immutable" : "no-store",
    },
    body: await readFile(join(folder, name)),
  };
}

const notBuilt: Answer = {
  status: 503,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-store",
  },
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The page is not built</title>
<h1>The page is not built</h1>
<p>Run <code>npm run prepare</code>, then load this page again. This Slack itself runs: whatever a person does can also be posted to <code>/sandbox/act</code>.</p>
</html>
`,
};

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll(sep, "/"));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
