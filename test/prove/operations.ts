import { TeamId } from "../../src/rules/people.ts";
import type { OperatorUseCases } from "../../src/usecases/use-cases.ts";
import type { ManyWorkspaces, Workspace } from "./many-workspaces.ts";
import { mayWrite, people } from "./many-workspaces.ts";
import type { Model, Operation } from "./model.ts";
import { newName } from "./model.ts";
import type { From } from "./payloads.ts";
import { command, nonceOf, press, submission, suggestion } from "./payloads.ts";
import type { Random } from "./random.ts";

interface Deps {
  readonly random: Random;
  readonly slack: ManyWorkspaces;
  readonly usecases: OperatorUseCases;
  /** Any model at all. */
  others(): Model;
  send(workspace: Workspace, body: string): Promise<string>;
}

const gone = "isn’t there any more";
let keys = 0;

/** What people in Slack and the operator do; what is there several times is done more often. */
export function createSlackOperations({ random, slack, usecases, others, send }: Deps): readonly Operation[] {
  const save: Operation = {
    name: "save a form, once or twice",
    async run(model) {
      const { workspace, profiles } = model;
      const from = someone(workspace);
      const name = newName(model);
      const form = { viewId: `V${model.next}`, nonce: nonceOf(model.next), name };
      const submit = () => send(workspace, submission(by(workspace, from.person), form));
      const answers = [await pressing(submit)];
      if (random.chance(0.3)) answers.push(await pressing(submit));
      const isRight = mayWrite(workspace, from.person) ? isSaved : isRefused;
      if (mayWrite(workspace, from.person)) profiles.set(name, { id: idIn(answers[0]), isActive: false });
      return answers.every(isRight)
        ? undefined
        : `${from.person} got ${answers.find((one) => !isRight(one))}`;
    },
  };
  const list: Operation = {
    name: "list",
    async run({ workspace, profiles, archived }) {
      const from = someone(workspace);
      const answer = await answering(from, command(from, "list"));
      if (!mayWrite(workspace, from.person)) return expectIn(answer, "Guests can’t see");
      const newest = [...profiles.keys()].slice(-10);
      const none = archived === 0 ? "No ICP profiles yet" : "archived";
      const total = profiles.size === 0 ? none : `${profiles.size} ICP profile`;
      return expectIn(answer, total, ...(profiles.size <= 10 ? newest : []));
    },
  };
  const search: Operation = {
    name: "search for another workspace’s profiles",
    async run({ workspace }) {
      const other = others().workspace;
      if (other === workspace) return undefined;
      // The words that were searched for stand in the answer, and are not another workspace's.
      const typed = other.mark.slice(0, -1);
      const from = by(workspace, people.ana);
      const answer = await answering(from, command(from, `list ${typed}`));
      return /No ICP profiles yet|No profile matches|archived/.test(answer) ? undefined : `found ${answer}`;
    },
  };
  const show: Operation = {
    name: "show one",
    async run({ workspace, profiles }) {
      if (profiles.size === 0) return undefined;
      const name = random.pick([...profiles.keys()]);
      const from = by(workspace, people.ana);
      return expectIn(await hearing(from, command(from, `show ${name}`)), name);
    },
  };
  const setState: Operation = {
    name: "pause or resume",
    async run({ workspace, profiles }) {
      if (profiles.size === 0) return undefined;
      const [name, profile] = random.pick([...profiles]);
      profile.isActive = !profile.isActive;
      const action_id = profile.isActive ? "profile-resume" : "profile-pause";
      const from = by(workspace, people.ana);
      return expectIn(await hearing(from, press(from, { action_id, value: profile.id })), name);
    },
  };
  const reach: Operation = {
    name: "press a button with another workspace’s profile",
    async run({ workspace }) {
      const other = others();
      if (other.workspace === workspace || other.profiles.size === 0) return undefined;
      const [, { id }] = random.pick([...other.profiles]);
      const action_id = random.pick(["profile-details", "profile-pause", "profile-share-open"]);
      const from = by(workspace, people.ana);
      return expectIn(await hearing(from, press(from, { action_id, value: id })), gone);
    },
  };
  const suggest: Operation = {
    name: "search as one types",
    async run({ workspace, profiles }) {
      const answer = await send(workspace, suggestion(by(workspace, people.ana), "Segment"));
      const { options } = JSON.parse(answer) as { options: { text: { text: string } }[] };
      const strange = options.find(
        ({ text }) => text.text.startsWith("Segment ") && !profiles.has(text.text),
      );
      return strange && `offered ${strange.text.text}`;
    },
  };
  const operate: Operation = {
    name: "the operator looks",
    async run({ workspace, profiles }) {
      const teamId = TeamId.parse(workspace.id);
      const shown = await usecases.showWorkspace(teamId);
      const active = [...profiles.values()].filter(({ isActive }) => isActive).length;
      const isRight =
        shown?.name === workspace.mark && shown.profiles === profiles.size && shown.active === active;
      return isRight ? undefined : `${workspace.id} is ${JSON.stringify(shown)}`;
    },
  };
  const setPlan: Operation = {
    name: "the operator sets a plan and takes it back",
    async run({ workspace }) {
      const teamId = TeamId.parse(workspace.id);
      await usecases.setPlan({ teamId, plan: "free" });
      const from = by(workspace, people.ana);
      const refused = await answering(from, command(from, "list"));
      await usecases.setPlan({ teamId, plan: "business" });
      return expectIn(refused, "Free");
    },
  };
  return [save, save, save, save, list, list, show, show, setState, reach, search, suggest, operate, setPlan];

  function someone(workspace: Workspace): From {
    return by(workspace, random.pick(Object.values(people)));
  }

  function by(workspace: Workspace, person: string): From {
    keys += 1;
    const key = `k${keys}`;
    return { workspace, person, key, responseUrl: slack.responseUrl(workspace, key) };
  }

  /** What a command is answered: in the ack, or later where the machine was too busy for that. */
  async function answering(from: From, body: string): Promise<string> {
    const heard = slack.heard(from.key);
    // Nobody waits for it where the ack holds it.
    heard.catch(() => undefined);
    return (await send(from.workspace, body)) || heard;
  }

  /** What the bot answers outside the ack: a view, or a message on the response_url. */
  async function hearing(from: From, body: string): Promise<string> {
    const heard = slack.heard(from.key);
    await send(from.workspace, body);
    return heard;
  }
}

/** Again where the bot says that it is not done yet, as people do. */
async function pressing(submit: () => Promise<string>): Promise<string> {
  for (;;) {
    const answer = await submit();
    if (!answer.includes("is still on its way")) return answer;
  }
}

function isSaved(answer: string): boolean {
  return answer.includes("Profile saved");
}

function isRefused(answer: string): boolean {
  return answer.includes('"push"') && answer.includes("Guests can’t see");
}

function idIn(answer = ""): string {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(answer)?.[0] ?? "";
}

function expectIn(answer: string, ...wanted: readonly string[]): string | undefined {
  const missing = wanted.find((one) => !answer.includes(one));
  return missing === undefined ? undefined : `no “${missing}” in ${answer}`;
}
