import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

it.each([
  ["one character", "A"],
  ["a hundred characters", "x".repeat(100)],
  ["emoji", "🏦 Fintech 👩‍💻"],
  ["an emoji's name", ":fire: Fintech"],
  ["right-to-left text", "شركات التقنية المالية"],
  ["a mention of everybody", "<!channel> Fintech"],
  ["@here", "@here Fintech"],
  ["a mention", "<@U0BEN> Fintech"],
  ["a link", "<https://evil.example|Fintech>"],
  ["a bare link", "https://evil.example Fintech"],
  ["markup", "*bold* _it_ `code` ~no~ &amp; &lt;"],
  ["an object's prototype", "__proto__"],
  ["a JSON list", '["a","b"]'],
])("shows %s in a name letter for letter, everywhere", async (_what, name) => {
  const { slack, ana } = await open();
  await ana.fills({ Name: name });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.sees(name);
  await ana.presses("Details");
  await ana.sees(name);
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees(name);
  expect(marked(slack, name)).toEqual([]);
});

it("makes one line of a name with line breaks and drops what cannot be seen", async () => {
  const { ana, answer } = await open();
  await answer("  Fin\ntech\u0000 \u202Eevil\u200B  ");
  await ana.types("/icp list");
  await ana.sees("Fin tech evil");
});

it.each([
  ["nothing", "", "A name is needed"],
  ["blanks", " \n\t\u00A0 ", "A name is needed"],
  ["what cannot be seen", "\u200B\u2800", "A name is needed"],
  ["101 characters", "x".repeat(101), "Up to 100 characters; this has 101."],
  ["10,000 characters", "x".repeat(10_000), "Up to 100 characters; this has 10000."],
])("refuses a name of %s in its field", async (_what, name, sentence) => {
  const { ana, answer } = await open();
  expect(await answer(name)).toMatchObject({
    response_action: "errors",
    errors: { name: expect.stringContaining(sentence) },
  });
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
});

it("fills the form with the name from the command, cut to a hundred characters", async () => {
  const { ana } = await open();
  await ana.closes();
  await ana.types(`/icp new ${"long ".repeat(60)}`);
  const name = String(ana.modal?.values.Name);
  expect(name).toHaveLength(100);
  expect(name.endsWith("…")).toBe(true);
  await ana.closes();
  await ana.types("/icp new “Fintech”   \u0007 DACH ");
  expect(ana.modal?.values.Name).toBe('"Fintech" DACH');
});

async function open() {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new");
  await ana.sees("New ICP profile");
  return { slack, ana, answer: (name: string) => submit(ana, name) };
}

/** Submits what Slack's own client would not let through. */
async function submit(person: Person, name: string): Promise<unknown> {
  const state = { values: { name: { value: { type: "plain_text_input", value: name } } } };
  const { body } = await person.sends({ type: "view_submission", view: { ...person.modal?.view, state } });
  return JSON.parse(body);
}

/** Where the bot sent the name as something that Slack parses: in mrkdwn, or unescaped in a message's text. */
function marked({ exchanges }: Team["slack"], name: string): string[] {
  const parsed: string[] = [];
  for (const { payload, response, direction } of exchanges) {
    const sent = direction === "from-app" ? payload : response;
    JSON.parse(
      typeof sent === "string" && sent !== "" ? sent : JSON.stringify(sent ?? null),
      (_key, value) => {
        const isParsed = value?.type === "mrkdwn" || Array.isArray(value?.blocks);
        if (isParsed && typeof value.text === "string" && holds(value.text, name)) parsed.push(value.text);
        return value;
      },
    );
  }
  return parsed;
}

/** Names without any of Slack's marks may stand in a message's text. */
function holds(text: string, name: string): boolean {
  return /[<>&]/.test(name) && text.includes(name);
}
