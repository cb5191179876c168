import { TeamId, UserId } from "../../src/rules/people.ts";
import { ProfileId } from "../../src/rules/profile.ts";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import type { Seed } from "../../src/sandbox/server/seed.ts";
import { defaultSeed } from "../../src/sandbox/server/seed.ts";
import type { UseCases } from "../../src/usecases/use-cases.ts";
import type { ModelProfile, Name, Operation } from "./home-model.ts";
import { crew, HomeModel, now as nowOf } from "./home-model.ts";
import { foretell, readShown, wrongChanges } from "./home-shown.ts";
import { makeDraft } from "./make-profile.ts";

interface Walk {
  readonly slack: Slack;
  /** As another process beside the bot has them, on the bot's data. */
  readonly usecases: UseCases;
  now(): number;
  advance(ms: number): void;
}

/** How long a home may take to show what is so, in real milliseconds; the clock that counts stands still meanwhile. */
const patienceMs = 5000;
const followedMs = 600_000;
/** How long it may take by the clock that counts, which goes on in these steps. */
const promisedMs = 10_000;
const stepMs = 100;

/** The workspace with one person more. */
export function crewSeed(): Seed {
  const seed = defaultSeed();
  const cleo = {
    id: "U0CLEO",
    name: "cleo",
    realName: "Cleo Mann",
    workspace: "T0ACME",
    role: "member" as const,
  };
  return { ...seed, people: [...seed.people, cleo] };
}

/** Does all of it, and answers where a home that is open was another one than the model foretells. */
export async function walkHomes(
  operations: readonly Operation[],
  walk: Walk,
): Promise<{ looks: number; wrong: string[] }> {
  const model = new HomeModel();
  const wrong: string[] = [];
  let looks = 0;
  let made = 0;
  for (const [index, operation] of operations.entries()) {
    walk.advance(1000);
    await perform(operation).catch((thrown: unknown) =>
      wrong.push(`${index} ${JSON.stringify(operation)}: ${thrown}`),
    );
    if (index % 20 === 19) await lookAtAll(`after ${index + 1}`);
  }
  await lookAtAll("at the end");
  return { looks, wrong };

  async function perform(operation: Operation): Promise<void> {
    if (operation.do === "wait") return walk.advance(operation.seconds * 1000);
    const { by } = operation;
    const actor = actorOf(by);
    const at = walk.now();
    switch (operation.do) {
      case "create": {
        made += 1;
        const name = `${operation.kind} ${made}`;
        const { isActive } = operation;
        const answer = await walk.usecases.createProfile(actor, {
          draft: makeDraft({ name, isActive }),
          key: name,
        });
        expectDone(answer.kind === "created", model.mayWrite(by));
        if (answer.kind !== "created") return;
        const first = { name, isActive, isArchived: false, what: "created", at };
        model.profiles.push({ id: answer.profile.id, history: [first] });
        return;
      }
      case "set-state": {
        const profile = pick(model.live(), operation.nth);
        if (profile === undefined) return;
        const { isActive } = operation;
        const answer = await walk.usecases.setProfileState(actor, { id: idOf(profile), isActive });
        expectDone(answer.kind === "set", model.mayWrite(by));
        const isOther = nowOf(profile).isActive !== isActive;
        if (answer.kind === "set" && isOther)
          model.change(profile, { isActive, what: isActive ? "resumed" : "paused", at });
        return;
      }
      case "rename": {
        const profile = pick(model.live(), operation.nth);
        if (profile === undefined) return;
        made += 1;
        const { name: before, isActive } = nowOf(profile);
        const name = `${before.split(" ")[0]} ${made}`;
        const ask = {
          id: idOf(profile),
          revision: profile.history.length,
          draft: makeDraft({ name, isActive }),
        };
        const answer = await walk.usecases.editProfile(actor, ask);
        expectDone(answer.kind === "edited", model.mayWrite(by));
        if (answer.kind === "edited") model.change(profile, { name, what: `renamed from “${before}”`, at });
        return;
      }
      case "archive": {
        const profile = pick(model.live(), operation.nth);
        if (profile === undefined) return;
        const answer = await walk.usecases.archiveProfile(actor, { id: idOf(profile) });
        expectDone(answer.kind === "archived", model.mayWrite(by));
        if (answer.kind === "archived") model.change(profile, { isArchived: true, what: "archived", at });
        return;
      }
      case "take-back": {
        const archived = model.profiles.filter((profile) => nowOf(profile).isArchived);
        const profile = pick(archived, operation.nth);
        if (profile === undefined) return;
        const answer = await walk.usecases.takeBack(actor, idOf(profile));
        expectDone(answer.kind === "taken-back", model.mayWrite(by));
        if (answer.kind === "taken-back")
          model.change(profile, { isArchived: false, what: "back from the archive", at });
        return;
      }
      case "undo": {
        const profile = pick(model.recent(at), operation.nth);
        if (profile === undefined) return;
        const answer = await walk.usecases.undoChange(actor, {
          id: idOf(profile),
          revision: profile.history.length,
        });
        expectDone(answer.kind === "undone", model.mayWrite(by));
        if (answer.kind === "undone") model.undo(profile, at);
        return;
      }
      case "set-writers":
      case "set-guests":
        return setAccess(operation);
      case "request": {
        const answer = await walk.usecases.requestAccess(actor);
        if (answer.kind !== "asked") return;
        // Whoever asks again has one request.
        const { id } = answer.request;
        if (!model.requests.some((request) => request.by === by)) model.requests.push({ by, id });
        return;
      }
      case "answer": {
        const request = pick(model.requests, operation.nth);
        if (request === undefined) return;
        const answer = await walk.usecases.answerRequest(actor, { id: request.id, state: operation.state });
        expectDone(answer.kind === "closed", model.mayAdminister(by));
        if (answer.kind !== "closed") return;
        model.requests.splice(model.requests.indexOf(request), 1);
        if (operation.state === "allowed") model.allow(request.by);
        return;
      }
      case "open":
        model.looking.set(by, { words: "", state: "active", page: 1, ...model.looking.get(by), usedAt: at });
        return walk.slack.person(by).goesTo("home").opensHome();
      case "search":
      case "filter":
      case "turn":
        return inHome(operation);
    }
  }

  async function setAccess(
    operation: Extract<Operation, { do: "set-writers" | "set-guests" }>,
  ): Promise<void> {
    const actor = actorOf(operation.by);
    const shown = await walk.usecases.showAccess(actor);
    if (shown.kind === "refused" || !shown.mayAdminister)
      return expectDone(false, model.mayAdminister(operation.by));
    const { access } = shown;
    const writers = operation.do === "set-writers" ? operation.writers : model.writers;
    const chosen: Name[] = writers === "chosen" ? (model.chosen.length > 0 ? model.chosen : ["ben"]) : [];
    const guestsMayLook = operation.do === "set-guests" ? operation.mayLook : model.guestsMayLook;
    const wanted = { writers, chosen: chosen.map(userIdOf), guestsMayLook, icpAdmins: access.icpAdmins };
    await walk.usecases.setAccess(actor, { revision: access.revision, wanted });
    Object.assign(model, { writers, chosen, guestsMayLook });
  }

  /** In the home as it is now, if it is open and has what is used. */
  async function inHome(operation: Extract<Operation, { do: "search" | "filter" | "turn" }>): Promise<void> {
    const { by } = operation;
    const looking = model.looking.get(by);
    if (looking === undefined || !isFollowed(by) || !model.mayLook(by) || model.live().length < 2) return;
    await lookAt(by, "before it is used");
    const person = walk.slack.person(by).goesTo("home");
    const { shown, pages, found } = model.page(by);
    if (operation.do === "search") {
      Object.assign(looking, { words: operation.words, page: 1 });
      await person.enters("Search", operation.words);
    } else if (operation.do === "filter") {
      const names = { all: "All profiles", active: "Active only", paused: "Paused only" };
      const before = names[looking.state];
      Object.assign(looking, { state: operation.state, page: 1 });
      await person.chooses(before, names[operation.state]);
    } else if (operation.to === "Next" && shown < pages && found.length > 0) {
      looking.page = shown + 1;
      await person.presses("Next");
    } else if (operation.to === "Previous" && shown > 1 && found.length > 0) {
      looking.page = shown - 1;
      await person.presses("Previous");
    } else if (operation.to === "all" && (looking.words !== "" || found.length < model.live().length)) {
      Object.assign(looking, { words: "", state: "all", page: 1 });
      await person.presses(`Show all ${model.live().length}`);
    } else return;
    looking.usedAt = walk.now();
    await lookAt(by, `after ${operation.do}`);
  }

  async function lookAtAll(when: string): Promise<void> {
    walk.advance(promisedMs);
    for (const name of model.looking.keys()) await lookAt(name, when);
  }

  async function lookAt(name: Name, when: string): Promise<void> {
    if (!isFollowed(name)) return;
    looks += 1;
    const giveUp = performance.now() + patienceMs;
    let found = differences(name);
    for (let waited = 0; found.length > 0 && performance.now() < giveUp; waited += stepMs) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      // What homes may be told a minute comes with time.
      if (waited < promisedMs) walk.advance(stepMs);
      found = differences(name);
    }
    wrong.push(...found.map((line) => `${name} ${when}: ${line}`));
  }

  function differences(name: Name): string[] {
    const screen = walk.slack.person(name).goesTo("home").screen();
    const [shown, foretold] = [readShown(screen), foretell(model, name)];
    const keys = Object.keys(foretold) as (keyof typeof foretold)[];
    return [
      ...keys
        .filter((key) => JSON.stringify(shown[key]) !== JSON.stringify(foretold[key]))
        .map((key) => `${key} is ${JSON.stringify(shown[key])}, not ${JSON.stringify(foretold[key])}`),
      ...wrongChanges(screen, { model, name, at: walk.now() }),
    ];
  }

  function isFollowed(name: Name): boolean {
    const { usedAt } = model.looking.get(name) ?? {};
    return usedAt !== undefined && walk.now() - usedAt < followedMs - 30_000;
  }
}

function expectDone(isDone: boolean, mayDo: boolean): void {
  if (isDone !== mayDo) throw new Error(isDone ? "it was done" : "it was not done");
}

function actorOf(name: Name) {
  const teamId = TeamId.parse("T0ACME");
  return { kind: "slack", teamId, userId: userIdOf(name), standing: crew[name], isInstaller: false } as const;
}

function userIdOf(name: Name): UserId {
  return UserId.parse(`U0${name.toUpperCase()}`);
}

function idOf({ id }: ModelProfile): ProfileId {
  return ProfileId.parse(id);
}

function pick<Item>(items: readonly Item[], nth: number): Item | undefined {
  return items[nth % Math.max(1, items.length)];
}
