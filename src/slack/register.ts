import type { App } from "@slack/bolt";
import type { UseCases } from "../usecases/use-cases.ts";
import { filteredCommand } from "./actions/list-filter.ts";
import { refreshCard } from "./actions/refresh-card.ts";
import { setState } from "./actions/set-state.ts";
import { openShareForm } from "./actions/share-profile.ts";
import { showDetails } from "./actions/show-details.ts";
import { createCommand } from "./commands/command.ts";
import { unescaped } from "./commands/parse-command.ts";
import type { ListenDeps } from "./listen.ts";
import { listen } from "./listen.ts";
import { suggestFor } from "./options/suggest.ts";
import { saveProfile } from "./submissions/save-profile.ts";
import { shareProfile } from "./submissions/share-profile.ts";
import { profileCard } from "./views/profile-card.ts";
import { profileDetails } from "./views/profile-details.ts";
import { profileForm, typedFieldOf } from "./views/profile-form.ts";
import { profileList } from "./views/profile-list.ts";
import { shareForm } from "./views/share-form.ts";

/** The global shortcut's callback_id in `manifest.yml`. */
const newProfileShortcut = "profile-new";

/** Every id that Slack can send us, and what answers it. `command` is the command's name here, such as `/icp`. */
export function register(
  app: App,
  {
    usecases,
    command,
    now,
    ...deps
  }: ListenDeps & { usecases: UseCases; command: string; now: () => number },
): void {
  const run = createCommand(usecases, command);
  const details = showDetails(usecases);
  const pause = setState(usecases, false);
  const resume = setState(usecases, true);
  const save = saveProfile(usecases);
  const openShare = openShareForm(usecases);
  const share = shareProfile(usecases, now);
  const refresh = refreshCard(usecases, now);
  const suggest = suggestFor(usecases);

  listen(
    app,
    {
      command: (text) => run(unescaped(text)),
      action(action) {
        // A button's value is the command it runs; what follows the colon only tells buttons of a row apart.
        if (action.action_id.startsWith("run:")) return run(action.value ?? "");
        if (action.action_id === profileList.details) return details(action.value ?? "");
        if (action.action_id === profileDetails.pause) return pause(action.value ?? "");
        if (action.action_id === profileDetails.resume) return resume(action.value ?? "");
        if (action.action_id === shareForm.open) return openShare(action.value ?? "");
        if (action.action_id === profileCard.refresh) return refresh(action.value ?? "");
        if (action.action_id === profileList.find) return details(action.selected_option?.value ?? "");
        if (action.action_id === profileList.filter) return run(filteredCommand(action));
        return undefined;
      },
      shortcut(callbackId) {
        return callbackId === newProfileShortcut ? run("new") : undefined;
      },
      submission(payload) {
        switch (payload.view.callback_id) {
          case profileForm.id:
            return { firstInput: profileForm.firstInput, answer: (actor) => save(actor, payload) };
          case shareForm.id:
            return {
              firstInput: shareForm.channel,
              answer: (actor, channels) => share(actor, payload, channels),
            };
          default:
            return undefined;
        }
      },
      options({ action_id, block_id, value }) {
        if (action_id === profileList.find) return suggest.profiles(value);
        const field = typedFieldOf(block_id);
        return field === undefined ? undefined : suggest.terms(field, value);
      },
    },
    deps,
  );
}
