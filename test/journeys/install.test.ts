import { expect, it } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { createBrowser, installInto } from "../support/install-app.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const start = () => startTeam({ seed: { seed: installSeed() }, supportUrl: "https://example.com/help" });
const acme = { home: "T0ACME", person: "U0ANA" };
const beta = { home: "T0BETA", person: "U0FINN" };
const globex = { home: "E0GLOBEX", person: "W0NOA" };

it("serves the workspaces that installed it, each with its own profiles, after a restart too", async () => {
  const team = await start();
  const { slack } = team;
  expect(await installInto(team, acme)).toMatchObject({
    status: 200,
    text: expect.stringContaining("It is now in Acme."),
  });
  await installInto(team, beta);
  await saveProfiles(slack.person("ana"), ["Acme’s"]);
  await saveProfiles(slack.person("finn"), ["Beta’s"]);
  await team.restart();
  for (const [name, own, other] of [
    ["ana", "Acme’s", "Beta’s"],
    ["finn", "Beta’s", "Acme’s"],
  ] as const) {
    await slack.person(name).types("/icp list");
    await slack.person(name).sees(own);
    slack.person(name).seesNot(other);
  }
});

it("serves every workspace of an organization by one installation, each with its own profiles", async () => {
  const team = await start();
  const { slack } = team;
  expect((await installInto(team, globex)).text).toContain("in the organization Globex");
  await saveProfiles(slack.person("noa"), ["North’s"]);
  await slack.person("sol").types("/icp list");
  await slack.person("sol").sees("No ICP profiles yet.");
  await saveProfiles(slack.person("sol"), ["South’s"]);
  await slack.person("noa").types("/icp list");
  await slack.person("noa").sees("North’s");
  slack.person("noa").seesNot("South’s");
});

it.each([
  ["for the whole organization", [globex]],
  [
    "in both",
    [
      { home: "T0NORTH", person: "W0NOA" },
      { home: "T0SOUTH", person: "W0SOL" },
    ],
  ],
])(
  "keeps to the workspace of a form, a list and a home of somebody in two, where it is installed %s",
  async (_, homes) => {
    const seed = installSeed();
    const people = seed.people.map((person) =>
      person.id === "W0SOL" ? { ...person, namedIn: "T0NORTH" } : person,
    );
    const team = await startTeam({ seed: { seed: { ...seed, people } } });
    for (const home of homes) await installInto(team, home);
    const [sol, noa] = [team.slack.person("sol"), team.slack.person("noa")];
    await saveProfiles(sol, ["South’s"]);
    await sol.types("/icp show South’s");
    await sol.presses("Pause");
    await sol.sees("Paused");
    await sol.closes();
    await sol.opensHome();
    await sol.sees("South’s");
    await sol.presses("New profile");
    await sol.fills({ Name: "South’s second", Industries: ["SaaS"] });
    await sol.saves();
    await noa.types("/icp list");
    await noa.sees("No ICP profiles yet.");
    await sol.goesTo("general").types("/icp list");
    await sol.sees("South’s second");
  },
);

it("takes for a workspace’s admins those of it, and not those who look after the organization", async () => {
  const team = await start();
  await installInto(team, globex);
  const sol = team.slack.person("sol");
  await sol.types("/icp doctor");
  await sol.sees("Check again");
});

it("prefers a workspace’s own installation to its organization’s", async () => {
  const team = await start();
  await installInto(team, globex);
  await installInto(team, { home: "T0NORTH", person: "W0NOA" });
  const before = team.slack.exchanges.length;
  await team.slack.person("noa").types("/icp list");
  await team.slack.person("noa").sees("No ICP profiles yet.");
  expect(team.slack.exchanges.slice(before).filter(({ error }) => error !== undefined)).toEqual([]);
});

it("tells whoever installed it what it is, with two buttons, and nobody else", async () => {
  const team = await start();
  const { slack } = team;
  await installInto(team, acme);
  const ana = slack.person("ana").goesTo("dm");
  await ana.sees("ICP Profiles is installed in Acme.");
  await ana.sees("• ICP admins may create and change them: `/icp new`");
  await ana.sees("Owners and admins are ICP admins, and so are you, who installed it.");
  const told = slack.exchanges.filter(({ kind }) => kind === "chat.postMessage");
  expect(told.map(({ payload }) => payload)).toEqual([expect.objectContaining({ channel: "U0ANA" })]);
  await ana.presses("List profiles");
  await ana.sees("No ICP profiles yet.");
  await ana.presses("New profile");
  await ana.sees("Save profile");
});

it("says on its page what each scope is for, and where privacy and help are", async () => {
  const team = await start();
  const page = await createBrowser(`http://127.0.0.1:${team.app.port}`).open(
    `http://127.0.0.1:${team.app.port}/slack/install`,
  );
  expect(page.status).toBe(200);
  for (const words of [
    "<code>commands</code>: The slash command.",
    "for Kashew, not by Kashew",
    "https://example.com/privacy",
    "https://example.com/help",
  ]) {
    expect(page.text).toContain(words);
  }
  expect(page.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  expect(page.headers.get("set-cookie")).toMatch(
    /^icp-install=[\w-]{22}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
  );
});

it("takes a person’s no for a no", async () => {
  const team = await start();
  const browser = createBrowser(`http://127.0.0.1:${team.app.port}`);
  const back = await browser.consent(await browser.begin(), { ...acme, answer: "cancel" });
  expect(await browser.open(back)).toMatchObject({
    status: 200,
    text: expect.stringContaining("Nothing was installed"),
  });
  await team.slack
    .person("ana")
    .types("/icp list")
    .catch(() => undefined);
  expect(team.slack.exchanges.filter(({ kind }) => kind === "oauth.v2.access")).toEqual([]);
});

it("takes no link a second time, from another browser, too late, or made up", async () => {
  const team = await start();
  const url = `http://127.0.0.1:${team.app.port}`;
  const [browser, other] = [createBrowser(url), createBrowser(url)];
  const back = await browser.consent(await browser.begin(), acme);
  await other.begin();
  const refused = { status: 400, text: expect.stringContaining("opened in another browser") };
  expect(await other.open(back)).toMatchObject(refused);
  expect(await browser.open(back)).toMatchObject({ status: 200 });
  expect(await browser.open(back)).toMatchObject(refused);
  const late = await browser.consent(await browser.begin(), acme);
  team.clock.advance(10 * 60_000 + 1);
  expect(await browser.open(late)).toMatchObject(refused);
  expect(await browser.open(`${url}/slack/oauth_redirect?code=x&state=y`)).toMatchObject(refused);
  expect(await browser.open(`${url}/slack/oauth_redirect`)).toMatchObject(refused);
});

it("lets one browser install into two workspaces at the same time", async () => {
  const team = await start();
  const browser = createBrowser(`http://127.0.0.1:${team.app.port}`);
  const [one, two] = [await browser.begin(), await browser.begin()];
  expect((await browser.open(await browser.consent(one, acme))).text).toContain("Acme");
  expect((await browser.open(await browser.consent(two, beta))).text).toContain("Beta Freight");
});

it("says so where Slack gives no token, and that one may start again", async () => {
  const team = await start();
  team.slack.failNext("oauth.v2.access", { status: 500 });
  const page = await installInto(team, acme);
  expect(page).toMatchObject({ status: 502, text: expect.stringContaining("Nothing was installed.") });
  expect(page.text).toContain("Start again");
  expect(await installInto(team, acme)).toMatchObject({ status: 200 });
});

it("blames the link, not itself, for a code that Slack does not take", async () => {
  const team = await start();
  const browser = createBrowser(`http://127.0.0.1:${team.app.port}`);
  const back = new URL(await browser.consent(await browser.begin(), acme));
  back.searchParams.set("code", "made-up");
  const text = expect.stringContaining("was used before, or is too old. Nothing was installed.");
  expect(await browser.open(back.href)).toMatchObject({ status: 400, text });
});

it("says that it is installed again, and goes on with what was kept", async () => {
  const team = await start();
  await installInto(team, acme);
  await saveProfiles(team.slack.person("ana"), ["Fintech"]);
  expect((await installInto(team, acme)).text).toContain("is installed again");
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("Fintech");
});

it("tells whoever installs it again what was set before of who may do what", async () => {
  const team = await start();
  await installInto(team, acme);
  const ana = team.slack.person("ana");
  await ana.types("/icp access");
  await ana.fills({
    "Who may create and change profiles (icp:write)": "ICP admins and the people chosen below",
    "Chosen people": ["ben"],
    Guests: true,
    "Who else is an ICP admin": ["ben"],
  });
  await ana.saves();
  await ana.closes();
  await team.slack.uninstall("T0ACME");
  await installInto(team, { ...acme, person: "U0OWEN" });
  const owen = team.slack.person("owen").goesTo("dm");
  await owen.sees("Everybody, guests too, may list and look at profiles");
  await owen.sees("ICP admins and chosen people (@Ben Ito) may create");
  await owen.sees("and so are you, who installed it, and @Ben Ito.");
  expect([ana.dms.length, owen.dms.length]).toEqual([1, 1]);
});

it("installs all the same where the installer cannot be told", async () => {
  const team = await start();
  team.slack.failNext("chat.postMessage", "channel_not_found");
  expect(await installInto(team, acme)).toMatchObject({ status: 200 });
  expect(team.logged.join("")).toContain("the installer could not be told");
});
