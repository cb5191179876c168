import { expect, it } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import type { Person } from "../../src/sandbox/server/person.ts";
import { openSlack, startReadyBot, startReadyBotHere } from "../support/start-bot.ts";

it("has the profile that Ana saw saved just before the process was killed", async () => {
  const { slack, env } = await openSlack();
  const bot = await startReadyBot(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech DACH");
  await ana.fills({ Industries: ["FinTech"] });
  await ana.saves();
  await ana.sees("Profile saved");
  bot.kill("SIGKILL");
  await bot.ended;

  await startReadyBotHere(slack, env);
  const ben = slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("1 ICP profile");
  await ben.sees("Fintech DACH");
  await ben.sees("FinTech");
});

it("has every profile that it acknowledged when it is killed amid many saves", async () => {
  const { slack, env } = await openSlack();
  const bot = await startReadyBot(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new");
  await ana.sees("New ICP profile");
  const names = Array.from({ length: 150 }, (_, index) => `Segment ${String(index).padStart(3, "0")}`);
  await Promise.all(Array.from({ length: 5 }, work));
  const saved = savedIn(slack);
  expect(saved.length).toBeGreaterThanOrEqual(20);
  expect(names.length).toBeGreaterThan(0);

  await startReadyBotHere(slack, env);
  const ben = slack.person("ben");
  for (const name of saved) {
    await ben.types(`/icp list ${name}`);
    await ben.sees(`1 ICP profile matches “${name}”`);
  }

  /** Saves one profile after another until nobody answers; the twentieth that is saved is the end of the bot. */
  async function work(): Promise<void> {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const { status } = await submit(ana, name);
      if (status === 0) return;
      if (savedIn(slack).length >= 20) bot.kill("SIGKILL");
    }
  }
});

/** Submits Ana's form as if it were another one, under this name. */
function submit(person: Person, name: string) {
  const state = { values: { name: { value: { type: "plain_text_input", value: name } } } };
  const id = `V${name.replace(" ", "").toUpperCase()}`;
  return person.sends({ type: "view_submission", view: { ...person.modal?.view, id, state } });
}

/** The names whose submission was answered with "Profile saved". */
function savedIn({ exchanges }: Slack): string[] {
  return exchanges
    .filter(({ kind, response }) => kind === "view_submission" && String(response).includes("Profile saved"))
    .map(({ payload }) => String((payload as Submission).view.state.values.name.value.value));
}

interface Submission {
  readonly view: { readonly state: { readonly values: { readonly name: { value: { value: string } } } } };
}
