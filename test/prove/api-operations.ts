import { TeamId } from "../../src/rules/people.ts";
import type { OperatorUseCases } from "../../src/usecases/use-cases.ts";
import type { ApiAnswer, AskApi } from "./api.ts";
import type { Workspace } from "./many-workspaces.ts";
import type { Model, ModelKeys, Operation } from "./model.ts";
import { newName } from "./model.ts";
import type { Random } from "./random.ts";

interface Deps {
  readonly random: Random;
  readonly usecases: Pick<OperatorUseCases, "makeKey">;
  /** Any model at all. */
  others(): Model;
  /** Everything that the workspace's programs are answered passes here. */
  look(workspace: Workspace, said: string): void;
  readonly ask: AskApi;
}

/** What programs do with a workspace's keys. */
export function createApiOperations({ random, usecases, others, look, ask }: Deps): readonly Operation[] {
  const create: Operation = {
    name: "create by API",
    async run(model) {
      const name = newName(model);
      const isActive = random.chance(0.5);
      const body = { name, is_active: isActive };
      const answer = await asking(model, { method: "POST", body });
      if (answer.status !== 201) return told(answer);
      model.profiles.set(name, { id: (JSON.parse(answer.text) as { id: string }).id, isActive });
      return undefined;
    },
  };
  const list: Operation = {
    name: "list by API",
    async run(model) {
      const answer = await asking(model, {});
      if (answer.status !== 200) return told(answer);
      const { profiles } = JSON.parse(answer.text) as { profiles: Shown[] };
      const have = profiles.map(print).sort().join();
      const want = [...model.profiles].map(([name, profile]) => printOwn(name, profile)).sort();
      return have === want.join() ? undefined : `lists ${have}, not ${want.join()}`;
    },
  };
  const show: Operation = {
    name: "show one by API",
    run: (model) =>
      withOne(model, async (name, profile) => {
        const answer = await asking(model, { id: profile.id });
        if (answer.status !== 200) return told(answer);
        const shown = print(JSON.parse(answer.text) as Shown);
        return shown === printOwn(name, profile) ? undefined : `shows ${shown}`;
      }),
  };
  const change: Operation = {
    name: "change by API",
    run: (model) =>
      withOne(model, async (name, { id, isActive }) => {
        const isRenamed = random.chance(0.5);
        const now = isRenamed ? newName(model) : name;
        const body = isRenamed ? { name: now } : { is_active: !isActive };
        const answer = await asking(model, { method: "PATCH", id, body });
        if (answer.status !== 200) return told(answer);
        model.profiles.delete(name);
        model.profiles.set(now, { id, isActive: isRenamed ? isActive : !isActive });
        return undefined;
      }),
  };
  const archive: Operation = {
    name: "archive by API",
    run: (model) =>
      withOne(model, async (name, { id }) => {
        const answer = await asking(model, { method: "DELETE", id });
        if (answer.status !== 204) return told(answer);
        model.profiles.delete(name);
        model.archived += 1;
        const after = await asking(model, { id });
        return after.status === 404 ? undefined : told(after);
      }),
  };
  const reach: Operation = {
    name: "ask by API for another workspace’s profile",
    async run(model) {
      const other = others();
      if (other.workspace === model.workspace || other.profiles.size === 0) return undefined;
      const [, { id }] = random.pick([...other.profiles]);
      const way = random.pick([
        {},
        { method: "PATCH", body: { name: newName(model) } },
        { method: "DELETE" },
      ] as const);
      const answer = await asking(model, { ...way, id });
      return answer.status === 404 ? undefined : told(answer);
    },
  };
  const overreach: Operation = {
    name: "write by API with a key that only reads",
    run: (model) =>
      withOne(model, async (_, { id }) => {
        const way = random.pick([
          { method: "POST", body: { name: newName(model) } },
          { method: "PATCH", id, body: { name: newName(model) } },
          { method: "DELETE", id },
        ] as const);
        const answer = await asking(model, way, "read");
        return answer.status === 403 ? undefined : told(answer);
      }),
  };
  return [create, create, list, show, change, archive, reach, overreach];

  async function asking(
    model: Model,
    way: Omit<Parameters<AskApi>[0], "key">,
    which: keyof ModelKeys = "write",
  ): Promise<ApiAnswer> {
    model.keys ??= await makeKeys(model.workspace);
    const answer = await ask({ ...way, key: model.keys[which] });
    look(model.workspace, answer.text);
    return answer;
  }

  async function makeKeys({ id }: Workspace): Promise<ModelKeys> {
    const teamId = TeamId.parse(id);
    const [write, read] = [
      await usecases.makeKey({ teamId, scopes: ["icp:write"] }),
      await usecases.makeKey({ teamId, scopes: [] }),
    ];
    if (write.kind === "full" || read.kind === "full") throw new Error(`${id} has too many keys`);
    return { write: write.secret, read: read.secret };
  }

  async function withOne(
    { profiles }: Model,
    work: (name: string, profile: { id: string; isActive: boolean }) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    return profiles.size === 0 ? undefined : work(...random.pick([...profiles]));
  }
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly is_active: boolean;
}

function print({ id, name, is_active }: Shown): string {
  return printOwn(name, { id, isActive: is_active });
}

function printOwn(name: string, { id, isActive }: { id: string; isActive: boolean }): string {
  return `${name} ${id} ${isActive}`;
}

function told({ status, text }: ApiAnswer): string {
  return `it answered ${status} ${text}`;
}
