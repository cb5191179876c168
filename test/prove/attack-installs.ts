import { createBrowser, linkIn } from "../support/install-app.ts";
import type { Attack } from "./attack.ts";
import { homes } from "./forged-installs.ts";
import { fieldsOf, headerText, hostile, mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import type { Sender } from "./sender.ts";

/** Mutations of the ways to the install page and back from Slack; some of them begin and end as they should. */
export function attackInstalls({ send }: Sender, url: string): Attack {
  return async (random) => {
    const { status } = random.chance(0.3) ? await begin(random) : await end(random);
    return { door: "the install pages", status };
  };

  function begin(random: Random) {
    const query = fieldsOf(
      mutate({ state: "x", redirect_uri: "https://evil.example/", team: "T0ACME" }, random),
    );
    return send("", {
      method: random.pick(["GET", "GET", "GET", "HEAD", "POST", "OPTIONS"]),
      path: `/slack/install?${query}`,
      headers: {
        cookie: cookieOf(random, "icp-install=a"),
        host: random.pick(["bot", "evil.example", "[::1", ""]),
      },
    });
  }

  async function end(random: Random) {
    const page = await send("", { method: "GET", path: "/slack/install" });
    const link = linkIn(page.body);
    const isAllowed = random.chance(0.4);
    const back = isAllowed ? await createBrowser(url).consent(link, random.pick(homes)) : link;
    const given = { code: "made-up", ...Object.fromEntries(new URL(back).searchParams) };
    const answered = random.chance(0.1) ? { ...given, error: "access_denied" } : given;
    const [cookie = ""] = page.headers["set-cookie"]?.[0]?.split(";") ?? [];
    return send("", {
      method: random.chance(0.95) ? "GET" : random.pick(["HEAD", "POST"]),
      path: `/slack/oauth_redirect?${fieldsOf(random.chance(0.3) ? answered : mutate(answered, random))}`,
      headers: { cookie: random.chance(0.8) ? cookie : cookieOf(random, cookie) },
    });
  }
}

function cookieOf(random: Random, cookie: string): string {
  return headerText(
    random.pick([random.pick(hostile), `${cookie}x`, `${cookie}; ${cookie}`, "=;=;;", "a=b;".repeat(1000)]),
  );
}
