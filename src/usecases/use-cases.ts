import type { Actor, TeamId, UserId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import type { ProfileId } from "../rules/profile.ts";
import type { RequestCopy } from "../stores/access-store.ts";
import type { Card } from "../stores/card-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";
import type { ListAsk } from "../stores/profile-store.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { BackUpAsk } from "./back-up.ts";
import { backUp } from "./back-up.ts";
import { beginProfile } from "./begin-profile.ts";
import { forgetCard, listCards, rememberCard } from "./cards.ts";
import { checkName } from "./check-name.ts";
import { answerRequest, withdrawRequest } from "./close-request.ts";
import type { CreateProfileAsk } from "./create-profile.ts";
import { createProfile } from "./create-profile.ts";
import { describeWorkspace } from "./describe-workspace.ts";
import { examineWorkspace } from "./examine-workspace.ts";
import { exportProfiles } from "./export-profiles.ts";
import { findProfile } from "./find-profile.ts";
import { forgetWorkspace } from "./forget-workspace.ts";
import { greetInstaller } from "./greet-installer.ts";
import { greetPerson } from "./greet-person.ts";
import type { ImportAsk } from "./import-profiles.ts";
import { importProfiles } from "./import-profiles.ts";
import { continueProfile, forgetDrafts } from "./kept-drafts.ts";
import { listProfiles } from "./list-profiles.ts";
import { listWorkspaces } from "./list-workspaces.ts";
import type { OperatorDeps } from "./operator-deps.ts";
import type { Deps } from "./permit.ts";
import { exportHistory, readHistory } from "./read-history.ts";
import { rememberCopies, requestAccess } from "./request-access.ts";
import { restoreWorkspace } from "./restore-workspace.ts";
import type { SetAccessAsk } from "./set-access.ts";
import { setAccess } from "./set-access.ts";
import { setPlan } from "./set-plan.ts";
import type { SetStateAsk } from "./set-profile-state.ts";
import { setProfileState } from "./set-profile-state.ts";
import { showAccess } from "./show-access.ts";
import { showProfile } from "./show-profile.ts";
import { showWorkspace } from "./show-workspace.ts";
import { suggestProfiles } from "./suggest-profiles.ts";
import type { SuggestAsk } from "./suggest-terms.ts";
import { suggestTerms } from "./suggest-terms.ts";
import { findUntold, noteTold } from "./untold-answers.ts";

/** What people do in Slack, given what it takes. */
export type UseCases = ReturnType<typeof bindUseCases>;

export function bindUseCases(deps: Deps) {
  return {
    answerRequest: (actor: Actor, ask: { id: string; state: "allowed" | "denied" }) =>
      answerRequest(deps, actor, ask),
    beginProfile: (actor: Actor) => beginProfile(deps, actor),
    checkName: (actor: Actor, name: string) => checkName(deps, actor, name),
    continueProfile: (actor: Actor) => continueProfile(deps, actor),
    createProfile: (actor: Actor, ask: CreateProfileAsk) => createProfile(deps, actor, ask),
    describeWorkspace: (actor: Actor) => describeWorkspace(deps, actor),
    examineWorkspace: (actor: Actor) => examineWorkspace(deps, actor),
    findUntold: (reminder: Reminder) => findUntold(deps, reminder),
    forgetDrafts: (reminder: Reminder) => forgetDrafts(deps, reminder),
    forgetCard: (teamId: TeamId, card: Card) => forgetCard(deps, teamId, card),
    findProfile: (actor: Actor, name: string) => findProfile(deps, actor, name),
    greetInstaller: (
      ask: { id: InstallationId; userId: UserId },
      tell: Parameters<typeof greetInstaller>[2],
    ) => greetInstaller(deps, ask, tell),
    greetPerson: (actor: Actor, tell: Parameters<typeof greetPerson>[2]) => greetPerson(deps, actor, tell),
    listCards: (teamId: TeamId, profile: ProfileId) => listCards(deps, teamId, profile),
    listProfiles: (actor: Actor, ask: ListAsk) => listProfiles(deps, actor, ask),
    noteTold: (teamId: TeamId, id: string) => noteTold(deps, { teamId, id }),
    readHistory: (actor: Actor, page: number) => readHistory(deps, actor, page),
    rememberCard: (teamId: TeamId, card: Card) => rememberCard(deps, teamId, card),
    rememberCopies: (teamId: TeamId, ask: { id: string; copies: readonly RequestCopy[] }) =>
      rememberCopies(deps, teamId, ask),
    requestAccess: (actor: Actor) => requestAccess(deps, actor),
    setAccess: (actor: Actor, ask: SetAccessAsk) => setAccess(deps, actor, ask),
    setProfileState: (actor: Actor, ask: SetStateAsk) => setProfileState(deps, actor, ask),
    showAccess: (actor: Actor) => showAccess(deps, actor),
    showProfile: (actor: Actor, ask: { id: ProfileId; action?: "list" | "share" }) =>
      showProfile(deps, actor, ask),
    suggestProfiles: (actor: Actor, typed: string) => suggestProfiles(deps, actor, typed),
    suggestTerms: (actor: Actor, ask: SuggestAsk) => suggestTerms(deps, actor, ask),
    withdrawRequest: (actor: Actor, id: string) => withdrawRequest(deps, actor, id),
  };
}

/** What the operator does, given what it takes. */
export type OperatorUseCases = ReturnType<typeof bindOperatorUseCases>;

export function bindOperatorUseCases(deps: OperatorDeps) {
  return {
    backUp: (ask: BackUpAsk) => backUp(deps, ask),
    exportHistory: (teamId: TeamId) => exportHistory(deps, teamId),
    exportProfiles: (teamId: TeamId) => exportProfiles(deps, teamId),
    forgetWorkspace: (teamId: TeamId) => forgetWorkspace(deps, teamId),
    importProfiles: (ask: ImportAsk) => importProfiles(deps, ask),
    listWorkspaces: () => listWorkspaces(deps),
    restoreWorkspace: (ask: { teamId: TeamId; from: string }) => restoreWorkspace(deps, ask),
    setPlan: (ask: { teamId: TeamId; plan: Plan }) => setPlan(deps, ask),
    showWorkspace: (teamId: TeamId) => showWorkspace(deps, teamId),
  };
}
