import type { App } from "@slack/bolt";
import type { UseCases } from "../usecases/use-cases.ts";
import { followForm } from "./actions/follow-form.ts";
import { filterHome, searchHome } from "./actions/home.ts";
import { filteredCommand, shownAsk } from "./actions/list-filter.ts";
import { showDetails } from "./actions/show-details.ts";
import { pressedIn } from "./blocks.ts";
import { createCommand } from "./commands/command.ts";
import type { DoctorDeps } from "./commands/doctor.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { renewList } from "./commands/list.ts";
import { unescaped } from "./commands/parse-command.ts";
import { greet } from "./events/greet.ts";
import type { Departures } from "./events/leave.ts";
import { leave } from "./events/leave.ts";
import { openHome } from "./events/open-home.ts";
import { createFormLines } from "./form-lines.ts";
import { createLookup } from "./listening/feature.ts";
import type { ListenDeps } from "./listening/listen.ts";
import { listen } from "./listening/listen.ts";
import { suggestFor } from "./options/suggest.ts";
import { accessRoutes } from "./routes/access.ts";
import { homeRoutes } from "./routes/home.ts";
import { kashewRoutes } from "./routes/kashew.ts";
import { newProfileRoutes } from "./routes/new-profile.ts";
import { profileRoutes } from "./routes/profiles.ts";
import { createTellBroken } from "./tell-broken.ts";
import { home } from "./views/home-ids.ts";
import { profileList } from "./views/list-controls.ts";
import { typedFieldOf } from "./views/profile-form.ts";
import { profileForm } from "./views/profile-form-ids.ts";

/** The global shortcut's callback_id in `manifest.yml`. */
const newProfileShortcut = "profile-new";

/** Every id that Slack can send us, and what answers it: here, or in the routes of one part of the app. `command` is the command's name here, such as `/icp`. */
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
  const forms = createFormLines();
  const lookup = createLookup([
    newProfileRoutes(usecases, forms),
    profileRoutes(usecases, { now, forms }),
    accessRoutes(usecases, { command, restApi }),
    kashewRoutes(usecases, { command, run }),
    homeRoutes(usecases),
  ]);
  const details = showDetails(usecases);
  const renew = renewList(usecases);
  const follow = followForm(usecases, forms);
  const suggest = suggestFor(usecases);
  const greeting = greet(usecases, { command, supportUrl });
  const opened = openHome(deps.homes);
  const left = leave(departures, deps.log);

  const tellBroken = createTellBroken(usecases, deps);
  listen(
    app,
    {
      command: (text) => run(unescaped(text)),
      action(action, view) {
        // A button's value is the command it runs; what follows the colon only tells buttons of a row apart.
        const { action_id: id, selected_option: chosen } = action;
        const value = action.value ?? "";
        if (id.startsWith("run:")) return run(value);
        const isForm = view?.callback_id === profileForm.id || view?.callback_id === profileForm.edit;
        if (isForm && id === profileForm.action) {
          return { did: "form-menu", ...follow(view) };
        }
        if (id === home.filter) return { did: id, ...filterHome(action) };
        if (id === home.search) return { did: id, ...searchHome(action) };
        if (isFind(id)) {
          const renews = renew(shownAsk(action.block_id));
          return { did: profileList.find, ...details(chosen?.value ?? ""), renews };
        }
        if (id === profileList.filter) return { ...run(filteredCommand(action)), did: id };
        return lookup.action(pressedIn(action), view);
      },
      shortcut(callbackId) {
        return callbackId === newProfileShortcut ? { ...run("new"), did: callbackId } : undefined;
      },
      submission: lookup.submission,
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
        if (isFind(action_id)) return { did: profileList.find, answer: suggest.profiles(value) };
        const field = typedFieldOf(block_id);
        return field === undefined ? undefined : { did: field, answer: suggest.terms(field, value) };
      },
    },
    { ...deps, tellBroken },
  );
}

function isFind(id: string): boolean {
  return id.split(":", 1)[0] === profileList.find;
}
