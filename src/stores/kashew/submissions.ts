import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import { findLost } from "../../kashew/find-lost.ts";
import { fromOwnCopy } from "../../kashew/own-copy.ts";
import type { Profile, ProfileId } from "../../rules/profile.ts";
import { ProfileDraft } from "../../rules/profile.ts";
import { foldKey } from "../../rules/text.ts";
import type { CreateAnswer, CreateAsk, LookAgainAnswer, LookAgainAsk } from "../profile-store.ts";
import type { Sent } from "../sent-store.ts";
import { leavesOpen } from "./client.ts";
import type { Line } from "./line.ts";

/** What is on its way, by workspace and key. */
export type InFlight = Map<string, { readonly draft: string; readonly answer: Promise<CreateAnswer> }>;

type Submitted = Pick<CreateAsk, "draft" | "by" | "at"> & Pick<LookAgainAsk, "key">;
/** What a submission of before comes to now. */
type Outcome = Extract<CreateAnswer, { kind: "created" | "unknown-outcome" }>;

/**
 * One profile in Kashew for each submission, however often it arrives. It is noted before it is sent, and what was
 * sent once is never sent again: where its answer was lost, Kashew's list is asked what became of it.
 */
export function createSubmissions(
  { lists, sent, report, ...line }: Line,
  { inFlight, name }: { inFlight: InFlight; name: string },
) {
  return { create, lookAgain };

  async function create(ask: Submitted): Promise<CreateAnswer> {
    const flightKey = `${name} ${ask.key}`;
    const draft = print(ask.draft);
    const flying = inFlight.get(flightKey);
    if (flying?.draft === draft) return flying.answer;
    if (flying !== undefined) {
      await flying.answer.catch(() => undefined);
      return create(ask);
    }
    const answer = send(ask, draft).finally(() => inFlight.delete(flightKey));
    inFlight.set(flightKey, { draft, answer });
    return answer;
  }

  async function lookAgain({ key, at }: LookAgainAsk): Promise<LookAgainAnswer> {
    const flying = inFlight.get(`${name} ${key}`);
    if (flying !== undefined) {
      const answer = await flying.answer;
      if (answer.kind === "created" || answer.kind === "unknown-outcome") return answer;
    }
    const record = await sent.find(key);
    return record === undefined ? { kind: "not-sent" } : outcomeOf(record, { at });
  }

  async function send(ask: Submitted, draft: string): Promise<CreateAnswer> {
    const { key, at } = ask;
    const before = await sent.find(key);
    if (before !== undefined) return answerAgain(before, { at, draft });
    const known = await listBefore();
    const between = await sent.begin(ask);
    if (between !== undefined) return answerAgain(between, { at, draft });
    try {
      const id = await line.create(ask.draft);
      const namesake = known.find((profile) => foldKey(profile.name) === foldKey(ask.draft.name));
      const created = await keep({ ...ask, at: at.toISOString() }, id);
      return { ...created, ...(namesake && { namesake }) };
    } catch (thrown) {
      const fault = toFault(thrown);
      if (!leavesOpen(fault) && fault.code !== "unexpected") {
        await sent.drop(key).catch(report);
        throw fault;
      }
      await sent.lose(key).catch(report);
      const ids = new Set(known.map(({ id }) => id));
      return look({ ...ask, at: at.toISOString() }, { ids, why: fault, now: at });
    }
  }

  /** What there was before, as far as it is known: it is needed for a warning, and for looking again. */
  async function listBefore(): Promise<readonly Profile[]> {
    const glanced = lists.glance();
    if (glanced !== undefined) return glanced.profiles;
    return lists.get().then(
      ({ list }) => list.profiles,
      (thrown: unknown) => {
        const fault = toFault(thrown);
        if (leavesOpen(fault) || fault.code === "kashew-unreachable") return [];
        throw fault;
      },
    );
  }

  async function answerAgain(
    record: Sent,
    { at, draft }: { at: Date; draft: string },
  ): Promise<CreateAnswer> {
    const outcome = await outcomeOf(record, { at });
    if (outcome.kind === "created" && print(record.draft) !== draft) {
      return { kind: "key-used", profile: outcome.profile };
    }
    return outcome;
  }

  async function outcomeOf(record: Sent, { at }: { at: Date }): Promise<Outcome> {
    const { profileId: id } = record;
    if (id === undefined) return look(record, { now: at });
    const profile = lists.glance()?.profiles.find((each) => each.id === id) ?? fromOwnCopy({ ...record, id });
    return { kind: "created", profile, writesToday: await sent.countOn(at) };
  }

  async function look(
    record: Pick<Sent, "key" | "draft" | "by" | "at">,
    { ids, why, now }: { ids?: ReadonlySet<ProfileId>; why?: Fault; now: Date },
  ): Promise<Outcome> {
    const unknown = { kind: "unknown-outcome" as const, ...(why && { why }) };
    const found = await search(record, ids).catch(() => ({ kind: "not-sure" as const }));
    if (found.kind !== "found") return { ...unknown, looked: found.kind };
    return { ...(await keep(record, found.profile.id, now)), wasFound: true };
  }

  async function search(record: Pick<Sent, "draft" | "at">, ids?: ReadonlySet<ProfileId>) {
    const claimed = new Set((await sent.copies()).map(({ id }) => id));
    const { list } = await lists.getNew();
    const isOther = ({ id }: Profile) => claimed.has(id) || ids?.has(id) === true;
    return findLost(list.profiles, { ...record, isOther });
  }

  /** It is saved, and stays so whatever becomes of our own note of it. */
  async function keep(
    record: Pick<Sent, "key" | "draft" | "by" | "at">,
    profileId: ProfileId,
    now = new Date(record.at),
  ): Promise<Extract<Outcome, { kind: "created" }>> {
    await sent.settle({ key: record.key, profileId }).catch(report);
    const profile = fromOwnCopy({ ...record, id: profileId });
    lists.add(profile);
    return { kind: "created", profile, writesToday: await sent.countOn(now).catch(() => 1) };
  }
}

function print(draft: ProfileDraft): string {
  return JSON.stringify(ProfileDraft.parse(draft));
}
