import { leaksIn } from "./find-leaks.ts";

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser, as far as installing needs one: it keeps the bot's cookie. No secret may stand in what it is shown. */
export function createBrowser(appUrl: string) {
  let cookie = "";

  async function open(url: string): Promise<Answered> {
    const response = await fetch(url, { headers: cookie === "" ? {} : { cookie }, redirect: "manual" });
    const set = response.headers.get("set-cookie");
    if (set !== null) cookie = set.split(";")[0] ?? "";
    const { status, headers } = response;
    const text = await response.text();
    for (const leak of leaksIn("a page", JSON.stringify([...headers, text]))) throw new Error(leak);
    return { status, text, headers };
  }

  /** Opens the install page and answers where its button leads. */
  async function begin(): Promise<string> {
    const { text } = await open(`${appUrl}/slack/install`);
    return linkIn(text);
  }

  /** Answers Slack's question, and tells where Slack leads back to. */
  async function consent(
    link: string,
    { home, person, answer = "allow" }: { home: string; person: string; answer?: string },
  ): Promise<string> {
    const response = await fetch(link, {
      method: "POST",
      headers: { origin: new URL(link).origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ home, person, answer }),
      redirect: "manual",
    });
    return response.headers.get("location") ?? `${response.status} ${await response.text()}`;
  }

  return {
    open,
    begin,
    consent,
    async install(home: string, person: string): Promise<Answered> {
      return open(await consent(await begin(), { home, person }));
    },
  };
}

/** Where the install page's button leads. */
export function linkIn(page: string): string {
  const href = /<a class="yes" href="([^"]+)"/.exec(page)?.[1] ?? "";
  return href.replaceAll("&amp;", "&");
}

/** Installs the app that runs at this address, and answers the page that ends it. */
export function installInto(
  { app }: { app: { port: number } },
  { home, person }: { home: string; person: string },
): Promise<Answered> {
  return createBrowser(`http://127.0.0.1:${app.port}`).install(home, person);
}
