import type { KeyName, KeyScope } from "../rules/api-key.ts";
import type { Actor, Person, TeamId, UserId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import type { FormValues, ProfileId } from "../rules/profile.ts";
import type { RequestCopy } from "../stores/access-store.ts";
import type { Card } from "../stores/card-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";
import type { ListAsk, SubmissionKey } from "../stores/profile-store.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { ArchiveProfileAsk } from "./archive-profile.ts";
import { archiveProfile, beginDelete, deleteProfile, listArchived, takeBack } from "./archive-profile.ts";
import type { BackUpAsk } from "./back-up.ts";
import { backUp } from "./back-up.ts";
import { beginChange } from "./begin-change.ts";
import { beginProfile } from "./begin-profile.ts";
import { beginTelling } from "./begin-telling.ts";
import type { LeftAlone } from "./cards.ts";
import { findCardsBehind, forgetCard, noteCardShown, rememberCard } from "./cards.ts";
import { checkAgain } from "./check-again.ts";
import { checkName } from "./check-name.ts";
import { answerRequest, withdrawRequest } from "./close-request.ts";
import { connectKashew, connectKashewFor } from "./connect-kashew.ts";
import { copyToKashew, planCopy } from "./copy-to-kashew.ts";
import type { CreateProfileAsk } from "./create-profile.ts";
import { createProfile } from "./create-profile.ts";
import { describeWorkspace } from "./describe-workspace.ts";
import { disconnectKashew } from "./disconnect-kashew.ts";
import type { EditProfileAsk, ResolveAsk } from "./edit-profile.ts";
import { beginEdit, editProfile, resolveConflict } from "./edit-profile.ts";
import { examineWorkspace } from "./examine-workspace.ts";
import { exportProfiles } from "./export-profiles.ts";
import { findOrganization } from "./find-organization.ts";
import { findOverlap } from "./find-overlap.ts";
import { findProfile } from "./find-profile.ts";
import { fillDraft, followForm, keepForm } from "./follow-form.ts";
import { forgetWorkspace } from "./forget-workspace.ts";
import { greetInstaller } from "./greet-installer.ts";
import { greetPerson } from "./greet-person.ts";
import type { ImportAsk } from "./import-profiles.ts";
import { importProfiles } from "./import-profiles.ts";
import type { DraftAsk } from "./kept-drafts.ts";
import { forgetOldDrafts } from "./kept-drafts.ts";
import { listKeys, listKeysOf } from "./list-keys.ts";
import { listProfiles } from "./list-profiles.ts";
import { listWorkspaces } from "./list-workspaces.ts";
import { lookAgain } from "./look-again.ts";
import { makeKey, makeKeyFor } from "./make-key.ts";
import type { OperatorDeps } from "./operator-deps.ts";
import { findNewestDraft } from "./own-changes.ts";
import type { PatchProfileAsk } from "./patch-profile.ts";
import { patchProfile } from "./patch-profile.ts";
import type { Deps } from "./permit.ts";
import { listRecentChanges, readProfileHistory } from "./profile-history.ts";
import type { HistoryAsk } from "./read-history.ts";
import { exportHistory, readHistory } from "./read-history.ts";
import { hasKeys, recognizeKey } from "./recognize-key.ts";
import { rememberCopies, requestAccess } from "./request-access.ts";
import { restoreWorkspace } from "./restore-workspace.ts";
import { revokeKey, revokeKeyOf } from "./revoke-key.ts";
import { seeState } from "./see-state.ts";
import type { SetAccessAsk } from "./set-access.ts";
import { setAccess } from "./set-access.ts";
import type { SetOwnerAsk } from "./set-owner.ts";
import { setOwner } from "./set-owner.ts";
import { setPlan } from "./set-plan.ts";
import type { SetStateAsk } from "./set-profile-state.ts";
import { setProfileState } from "./set-profile-state.ts";
import { showAccess } from "./show-access.ts";
import { showConnection } from "./show-connection.ts";
import { showHome } from "./show-home.ts";
import { showProfile } from "./show-profile.ts";
import { showWorkspace } from "./show-workspace.ts";
import { suggestProfiles } from "./suggest-profiles.ts";
import type { SuggestAsk } from "./suggest-terms.ts";
import { suggestTerms } from "./suggest-terms.ts";
import { takeExport } from "./take-export.ts";
import { restoreRevision, undoChange } from "./undo-change.ts";
import { findUntold, noteTold } from "./untold-answers.ts";

/** What people do in Slack, given what it takes. */
export type UseCases = ReturnType<typeof bindUseCases>;

export function bindUseCases(deps: Deps) {
  return {
    answerRequest: (actor: Person, ask: { id: string; state: "allowed" | "denied" }) =>
      answerRequest(deps, actor, ask),
    archiveProfile: (actor: Actor, ask: ArchiveProfileAsk) => archiveProfile(deps, actor, ask),
    beginChange: (actor: Actor, id: ProfileId) => beginChange(deps, actor, id),
    beginDelete: (actor: Person, id: ProfileId) => beginDelete(deps, actor, id),
    beginEdit: (actor: Person, id: ProfileId) => beginEdit(deps, actor, id),
    beginProfile: (actor: Person, ask?: { name: string }) => beginProfile(deps, actor, ask),
    beginTelling: (teamId: TeamId) => beginTelling(deps, teamId),
    checkAgain: (actor: Actor) => checkAgain(deps, actor),
    checkName: (actor: Actor, name: string) => checkName(deps, actor, name),
    connectKashew: (actor: Person, key: string) => connectKashew(deps, actor, key),
    copyToKashew: (actor: Person, sayDone: Parameters<typeof copyToKashew>[2]) =>
      copyToKashew(deps, actor, sayDone),
    planCopy: (actor: Person) => planCopy(deps, actor),
    createProfile: (actor: Actor, ask: CreateProfileAsk) => createProfile(deps, actor, ask),
    deleteProfile: (actor: Person, ask: { id: ProfileId; typed: string }) => deleteProfile(deps, actor, ask),
    describeWorkspace: (actor: Actor) => describeWorkspace(deps, actor),
    disconnectKashew: (actor: Person) => disconnectKashew(deps, actor),
    editProfile: (actor: Actor, ask: EditProfileAsk) => editProfile(deps, actor, ask),
    examineWorkspace: (actor: Actor) => examineWorkspace(deps, actor),
    fillDraft: (actor: Person, filled: FormValues) => fillDraft(deps, actor, filled),
    findOverlap: (actor: Person, form: DraftAsk) => findOverlap(deps, actor, form),
    findUntold: (reminder: Reminder) => findUntold(deps, reminder),
    forgetOldDrafts: (reminder: Reminder) => forgetOldDrafts(deps, reminder),
    followForm: (actor: Person, draft: DraftAsk) => followForm(deps, actor, draft),
    keepForm: (actor: Person, draft: DraftAsk) => keepForm(deps, actor, draft),
    findCardsBehind: (teamId: TeamId, leftAlone: LeftAlone) => findCardsBehind(deps, teamId, leftAlone),
    findOrganization: (teamId: TeamId) => findOrganization(deps, teamId),
    findNewestDraft: (actor: Person) => findNewestDraft(deps, actor),
    forgetCard: (teamId: TeamId, card: Card) => forgetCard(deps, teamId, card),
    findProfile: (actor: Actor, name: string) => findProfile(deps, actor, name),
    greetInstaller: (
      ask: { id: InstallationId; userId: UserId },
      tell: Parameters<typeof greetInstaller>[2],
    ) => greetInstaller(deps, ask, tell),
    greetPerson: (actor: Person, tell: Parameters<typeof greetPerson>[2]) => greetPerson(deps, actor, tell),
    hasKeys: () => hasKeys(deps),
    listArchived: (actor: Actor, page: number) => listArchived(deps, actor, page),
    listKeys: (actor: Person) => listKeys(deps, actor),
    listRecentChanges: (actor: Actor) => listRecentChanges(deps, actor),
    listProfiles: (actor: Actor, ask: ListAsk) => listProfiles(deps, actor, ask),
    noteCardShown: (teamId: TeamId, ask: { card: Card; shown: number }) => noteCardShown(deps, teamId, ask),
    noteTold: (teamId: TeamId, id: string) => noteTold(deps, { teamId, id }),
    makeKey: (actor: Person, scopes: readonly KeyScope[]) => makeKey(deps, actor, scopes),
    lookAgain: (actor: Actor, key: SubmissionKey) => lookAgain(deps, actor, key),
    readProfileHistory: (actor: Actor, ask: { id: ProfileId; page: number }) =>
      readProfileHistory(deps, actor, ask),
    resolveConflict: (actor: Person, ask: ResolveAsk) => resolveConflict(deps, actor, ask),
    restoreRevision: (actor: Actor, ask: { id: ProfileId; revision: number }) =>
      restoreRevision(deps, actor, ask),
    patchProfile: (actor: Actor, ask: PatchProfileAsk) => patchProfile(deps, actor, ask),
    readHistory: (actor: Person, ask: HistoryAsk) => readHistory(deps, actor, ask),
    recognizeKey: (secret: string) => recognizeKey(deps, secret),
    rememberCard: (teamId: TeamId, ask: { card: Card; shown: number }) => rememberCard(deps, teamId, ask),
    rememberCopies: (teamId: TeamId, ask: { id: string; copies: readonly RequestCopy[] }) =>
      rememberCopies(deps, teamId, ask),
    requestAccess: (actor: Person) => requestAccess(deps, actor),
    seeState: (teamId: TeamId) => seeState(deps, teamId),
    revokeKey: (actor: Person, name: KeyName) => revokeKey(deps, actor, name),
    setAccess: (actor: Person, ask: SetAccessAsk) => setAccess(deps, actor, ask),
    setOwner: (actor: Actor, ask: SetOwnerAsk) => setOwner(deps, actor, ask),
    setProfileState: (actor: Actor, ask: SetStateAsk) => setProfileState(deps, actor, ask),
    showAccess: (actor: Person) => showAccess(deps, actor),
    showConnection: (actor: Actor) => showConnection(deps, actor),
    showHome: (actor: Person, ask: ListAsk) => showHome(deps, actor, ask),
    showProfile: (actor: Actor, ask: { id: ProfileId; action?: "list" | "share" }) =>
      showProfile(deps, actor, ask),
    suggestProfiles: (actor: Actor, typed: string) => suggestProfiles(deps, actor, typed),
    suggestTerms: (actor: Actor, ask: SuggestAsk) => suggestTerms(deps, actor, ask),
    takeExport: (actor: Person) => takeExport(deps, actor),
    takeBack: (actor: Actor, id: ProfileId) => takeBack(deps, actor, id),
    undoChange: (actor: Actor, ask: { id: ProfileId; revision: number }) => undoChange(deps, actor, ask),
    withdrawRequest: (actor: Person, id: string) => withdrawRequest(deps, actor, id),
  };
}

/** What the operator does, given what it takes. */
export type OperatorUseCases = ReturnType<typeof bindOperatorUseCases>;

export function bindOperatorUseCases(deps: OperatorDeps) {
  return {
    backUp: (ask: BackUpAsk) => backUp(deps, ask),
    connectWorkspace: (ask: { teamId: TeamId; key: string; by: UserId }) => connectKashewFor(deps, ask),
    exportHistory: (teamId: TeamId) => exportHistory(deps, teamId),
    exportProfiles: (teamId: TeamId) => exportProfiles(deps, teamId),
    forgetWorkspace: (teamId: TeamId) => forgetWorkspace(deps, teamId),
    importProfiles: (ask: ImportAsk) => importProfiles(deps, ask),
    listKeys: (teamId: TeamId) => listKeysOf(deps, teamId),
    listWorkspaces: () => listWorkspaces(deps),
    makeKey: (ask: { teamId: TeamId; scopes: readonly KeyScope[] }) => makeKeyFor(deps, ask),
    restoreWorkspace: (ask: { teamId: TeamId; from: string }) => restoreWorkspace(deps, ask),
    revokeKey: (ask: { teamId: TeamId; name: KeyName }) => revokeKeyOf(deps, ask),
    setPlan: (ask: { teamId: TeamId; plan: Plan }) => setPlan(deps, ask),
    showWorkspace: (teamId: TeamId) => showWorkspace(deps, teamId),
  };
}
