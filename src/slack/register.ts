import type { App } from "@slack/bolt";
import type { UseCases } from "../usecases/use-cases.ts";
import { answerRequest, withdrawRequest } from "./actions/close-request.ts";
import {
  checkConnection,
  disconnectKashew,
  openConnectForm,
  openCopyForm,
  retryAfterChecking,
} from "./actions/connection.ts";
import { continueProfile } from "./actions/continue-profile.ts";
import { exportProfiles } from "./actions/export-profiles.ts";
import { checkHome, filterHome, searchHome, turnHome } from "./actions/home.ts";
import { filteredCommand } from "./actions/list-filter.ts";
import { lookAgain } from "./actions/look-again.ts";
import { readHistory } from "./actions/read-history.ts";
import { refreshCard } from "./actions/refresh-card.ts";
import { requestAccess } from "./actions/request-access.ts";
import { revokeKey } from "./actions/revoke-key.ts";
import { setState } from "./actions/set-state.ts";
import { openShareForm } from "./actions/share-profile.ts";
import { showDetails } from "./actions/show-details.ts";
import { createCommand } from "./commands/command.ts";
import type { DoctorDeps } from "./commands/doctor.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { unescaped } from "./commands/parse-command.ts";
import { greet } from "./events/greet.ts";
import type { Departures } from "./events/leave.ts";
import { leave } from "./events/leave.ts";
import { openHome } from "./events/open-home.ts";
import type { ListenDeps } from "./listen.ts";
import { listen } from "./listen.ts";
import { suggestFor } from "./options/suggest.ts";
import { connectKashew } from "./submissions/connect-kashew.ts";
import { copyToKashew } from "./submissions/copy-to-kashew.ts";
import { makeKey } from "./submissions/make-key.ts";
import { saveProfile } from "./submissions/save-profile.ts";
import { setAccess } from "./submissions/set-access.ts";
import { shareProfile } from "./submissions/share-profile.ts";
import { createTellBroken } from "./tell-broken.ts";
import { accessAsk } from "./views/access-ask.ts";
import { accessForm, firstAccessInput } from "./views/access-form.ts";
import { accessRequest } from "./views/access-request.ts";
import { connectForm } from "./views/connect-form.ts";
import { connection } from "./views/connection-ids.ts";
import { copyForm } from "./views/copy-form.ts";
import { history } from "./views/history.ts";
import { home } from "./views/home-ids.ts";
import { keysForm } from "./views/keys-form.ts";
import { profileList } from "./views/list-controls.ts";
import { profileCard } from "./views/profile-card.ts";
import { profileDetails } from "./views/profile-details.ts";
import { profileForm, typedFieldOf } from "./views/profile-form.ts";
import { shareForm } from "./views/share-form.ts";
import { mayBeSaved, unknownOutcome } from "./views/unknown-outcome.ts";

/** The global shortcut's callback_id in `manifest.yml`. */
const newProfileShortcut = "profile-new";

/** Every id that Slack can send us, and what answers it. `command` is the command's name here, such as `/icp`. */
export function register(
  app: App,
  {
    usecases,
    command,
    restApi,
    departures,
    ...deps
  }: Omit<ListenDeps, "tellBroken"> &
    Omit<DoctorDeps, "usecases"> & {
      usecases: UseCases;
      command: string;
      restApi: boolean;
      departures: Departures;
    },
): void {
  const { now, supportUrl } = deps;
  const doctor = doctorCommand({ usecases, ...deps });
  const run = createCommand({ usecases, command, supportUrl, restApi, doctor });
  const details = showDetails(usecases);
  const pause = setState(usecases, false);
  const resume = setState(usecases, true);
  const save = saveProfile(usecases);
  const openShare = openShareForm(usecases);
  const share = shareProfile(usecases, now);
  const refresh = refreshCard(usecases, now);
  const suggest = suggestFor(usecases);
  const access = setAccess(usecases);
  const newKey = makeKey(usecases);
  const revoke = revokeKey(usecases, restApi);
  const openHistory = readHistory(usecases, { inPlace: false });
  const turnHistory = readHistory(usecases, { inPlace: true });
  const ask = requestAccess(usecases, command);
  const withdraw = withdrawRequest(usecases);
  const allow = answerRequest(usecases, "allowed");
  const deny = answerRequest(usecases, "denied");
  const connect = connectKashew(usecases, command);
  const openConnect = openConnectForm(usecases);
  const check = checkConnection(usecases);
  const retry = retryAfterChecking(usecases, run);
  const openCopy = openCopyForm(usecases);
  const copy = copyToKashew(usecases);
  const disconnect = disconnectKashew(usecases);
  const look = lookAgain(usecases);
  const saveAgain = continueProfile(usecases, mayBeSaved);
  const resumeForm = continueProfile(usecases);
  const greeting = greet(usecases, { command, supportUrl });
  const checkAtHome = checkHome(usecases);
  const exported = exportProfiles(usecases);
  const opened = openHome(deps.homes);
  const left = leave(departures, deps.log);

  const tellBroken = createTellBroken(usecases, deps);
  listen(
    app,
    {
      command: (text) => run(unescaped(text)),
      action(action) {
        // A button's value is the command it runs; what follows the colon only tells buttons of a row apart.
        const { action_id: id, selected_option: chosen } = action;
        const value = action.value ?? "";
        if (id.startsWith("run:")) return run(value);
        if (id.split(":")[0] === profileList.details) return { did: id, ...details(value) };
        if (id === profileDetails.pause) return { did: id, ...pause(value) };
        if (id === profileDetails.resume) return { did: id, ...resume(value) };
        if (id === shareForm.open) return { did: id, ...openShare(value) };
        if (id === profileCard.refresh) return { did: id, ...refresh(value) };
        if (id === history.open) return { did: id, ...openHistory(value) };
        if (id.split(":")[0] === history.page) return { did: history.page, ...turnHistory(value) };
        if (id === keysForm.revoke) return { did: id, ...revoke(value) };
        if (id === accessRequest.ask) return { did: id, ...ask() };
        if (id === accessRequest.withdraw) return { did: id, ...withdraw(value) };
        if (id === accessAsk.allow) return { did: id, ...allow(value) };
        if (id === accessAsk.deny) return { did: id, ...deny(value) };
        if (id === accessRequest.resume) return { did: id, ...resumeForm() };
        if (id === connectForm.open) return { did: id, ...openConnect() };
        if (id === connection.check) return { did: id, ...check() };
        if (id === connection.retry) return { did: id, ...retry(value) };
        if (id === connection.copy) return { did: id, ...openCopy() };
        if (id === connection.disconnect) return { did: id, ...disconnect() };
        if (id === unknownOutcome.look) return { did: id, ...look(value) };
        if (id === unknownOutcome.save) return { did: id, ...saveAgain() };
        if (id.split(":")[0] === home.turn) return { did: home.turn, ...turnHome(value) };
        if (id === home.filter) return { did: id, ...filterHome(action) };
        if (id === home.search) return { did: id, ...searchHome(action) };
        if (id === home.check) return { did: id, ...checkAtHome(value) };
        if (id === home.export) return { did: id, ...exported() };
        if (id === profileList.find) return { did: id, ...details(chosen?.value ?? "") };
        if (id === profileList.filter) return { ...run(filteredCommand(action)), did: id };
        return undefined;
      },
      shortcut(callbackId) {
        return callbackId === newProfileShortcut ? { ...run("new"), did: callbackId } : undefined;
      },
      submission(payload) {
        switch (payload.view.callback_id) {
          case profileForm.id:
            return {
              did: profileForm.id,
              undone: "Not saved.",
              firstInput: profileForm.firstInput,
              answer: (actor) => save(actor, payload),
            };
          case shareForm.id:
            return {
              did: shareForm.id,
              undone: "Not shared.",
              firstInput: shareForm.channel,
              answer: (actor, channels) => share(actor, payload, channels),
            };
          case accessForm.id:
            return {
              did: accessForm.id,
              undone: "Not saved.",
              firstInput: firstAccessInput(payload.view.private_metadata),
              answer: (actor, people) => access(actor, payload, people),
            };
          case keysForm.id:
            return {
              did: keysForm.id,
              undone: "No key was made.",
              firstInput: keysForm.scopes,
              answer: (actor, channels) => newKey(actor, payload, channels),
            };
          case copyForm.id:
            return {
              did: copyForm.id,
              undone: "Not copied.",
              answer: async (actor) => copy(actor),
            };
          case connectForm.id:
            return {
              did: connectForm.id,
              undone: "Not connected.",
              firstInput: connectForm.key,
              answer: async (actor) => connect(actor, payload),
            };
          default:
            return undefined;
        }
      },
      event(payload) {
        const { event } = payload;
        switch (event.type) {
          case "app_home_opened":
            if (event.tab === "messages") return { did: event.type, ...greeting(event.user) };
            if (event.tab !== "home") return undefined;
            return { did: event.type, ...opened(event.user, event.view?.private_metadata ?? "") };
          case "app_uninstalled":
            return { did: event.type, ...left.away(payload) };
          case "tokens_revoked":
            // Tokens of people, of whom the app asks none, are not ours.
            return event.tokens.bot?.length ? { did: event.type, ...left.away(payload) } : undefined;
          case "team_access_revoked":
            return { did: event.type, ...left.lost(payload, event.team_ids) };
          case "team_access_granted":
            return { did: event.type, ...left.regained(payload, event.team_ids) };
          case "other":
            return undefined;
        }
      },
      options({ action_id, block_id, value }) {
        if (action_id === profileList.find) return { did: action_id, answer: suggest.profiles(value) };
        const field = typedFieldOf(block_id);
        return field === undefined ? undefined : { did: field, answer: suggest.terms(field, value) };
      },
    },
    { ...deps, tellBroken },
  );
}
