import type { Person } from "../../src/sandbox/server/person.ts";
import { archiveForm } from "../../src/slack/views/archive-form.ts";
import { archivedProfile } from "../../src/slack/views/archived-profile.ts";
import { deleteForm } from "../../src/slack/views/delete-form.ts";
import { profileDetails } from "../../src/slack/views/details-buttons.ts";
import { editConflict } from "../../src/slack/views/edit-conflict.ts";
import { home } from "../../src/slack/views/home-ids.ts";
import { ownerForm } from "../../src/slack/views/owner-form.ts";
import { profileChange } from "../../src/slack/views/profile-change.ts";
import { profileForm } from "../../src/slack/views/profile-form-ids.ts";
import { profileHistory } from "../../src/slack/views/profile-history.ts";
import { archives, edits, leavesDraft, more, opens, opensArchive, pauses } from "./gestures.ts";

/** Something that people do with a profile, from the command to the last word that they see. */
export interface Deed {
  /** As in "lets Ben …". */
  readonly what: string;
  readonly needs: "change" | "create" | "administer";
  /** The buttons and forms in it that only whoever holds that right may send. */
  readonly ids: readonly string[];
  /** What has happened to the profile before. */
  prepare?(ana: Person, name: string): Promise<void>;
  does(person: Person, name: string, owen: Person): Promise<void>;
  /** How what is kept differs afterwards. */
  leaves(name: string): object;
}

export const deeds: readonly Deed[] = [
  {
    what: "edit a profile",
    needs: "change",
    ids: [profileDetails.edit, profileForm.edit],
    async does(person, name) {
      await edits(person, name, "25");
      await person.sees("Daily prospect limit: 10 → 25");
    },
    leaves: () => ({ live: { dailyLimit: 25, revision: 2 } }),
  },
  {
    what: "decide a conflict",
    needs: "change",
    ids: [editConflict.id],
    async does(person, name, owen) {
      await opens(person, name, "Edit");
      await edits(owen, name, "50");
      await owen.sees("10 → 50");
      await owen.closes({ all: true });
      await person.fills({ "Daily prospect limit": "25" });
      await person.saves();
      await person.fills({ "Daily prospect limit": "As I have it" });
      await person.saves();
      await person.sees("Daily prospect limit: 50 → 25");
    },
    leaves: () => ({ live: { dailyLimit: 25, revision: 3 } }),
  },
  {
    what: "pause a profile",
    needs: "change",
    ids: [profileDetails.pause],
    does: pauses,
    leaves: () => ({ live: { isActive: false, revision: 2 } }),
  },
  {
    what: "resume a profile",
    needs: "change",
    ids: [profileDetails.resume],
    prepare: pauses,
    async does(person, name) {
      await opens(person, name, "Resume");
      await person.sees("Resumed by you.");
    },
    leaves: () => ({ live: { isActive: true, revision: 3 } }),
  },
  {
    what: "copy a profile",
    needs: "create",
    ids: [profileDetails.copy, profileForm.id],
    async does(person, name) {
      await more(person, name, "Make a copy");
      await person.saves();
      await person.sees("Profile saved");
    },
    leaves: (name) => ({ live: { revision: 1 }, names: expectName(`${name} (copy)`) }),
  },
  {
    what: "give a profile another owner",
    needs: "change",
    ids: [ownerForm.open, ownerForm.id],
    async does(person, name) {
      await more(person, name, "Owner…");
      await person.fills({ "Who owns it": "owen" });
      await person.saves();
      await person.sees("Owned by Owen Park now.");
    },
    leaves: () => ({ live: { owner: "U0OWEN", revision: 2 } }),
  },
  {
    what: "archive a profile",
    needs: "change",
    ids: [archiveForm.open, archiveForm.id],
    does: archives,
    leaves: () => ({ live: undefined, archived: { revision: 2 } }),
  },
  {
    what: "restore a profile from the archive",
    needs: "change",
    ids: [archivedProfile.restore],
    prepare: archives,
    async does(person, name) {
      await opensArchive(person);
      await person.presses({ label: `Restore ${name}` });
      await person.sees(`“${name}”: Back in the list.`);
    },
    leaves: () => ({ live: { revision: 3 }, archived: undefined }),
  },
  {
    what: "delete a profile for good",
    needs: "administer",
    ids: [deleteForm.open, deleteForm.id],
    prepare: archives,
    async does(person, name) {
      await opensArchive(person);
      await person.presses({ label: `Delete ${name} for good` });
      await person.fills({ "Type its name": name });
      await person.saves();
      await person.sees(`“${name}” is deleted for good.`);
    },
    leaves: () => ({ live: undefined, archived: undefined, history: [] }),
  },
  {
    what: "restore a revision",
    needs: "change",
    ids: [profileHistory.restore],
    prepare: pauses,
    async does(person, name) {
      await opens(person, name, "History");
      await person.presses({ label: `Restore revision 1 of ${name}` });
      await person.sees("Revision 1 is restored.");
    },
    leaves: () => ({ live: { isActive: true, revision: 3 } }),
  },
  {
    what: "undo somebody else’s change",
    needs: "change",
    ids: [profileChange.undo],
    prepare: pauses,
    async does(person, name) {
      await opens(person, name, "History");
      await person.presses({ label: `Undo the change of ${name}` });
      await person.sees("Taken back by you.");
    },
    leaves: () => ({ live: { isActive: true, revision: 3 } }),
  },
  {
    what: "continue a draft",
    needs: "create",
    ids: [profileForm.id],
    async does(person, name) {
      await leavesDraft(person, name);
      await person.presses("Continue draft");
      await person.saves();
      await person.sees("Profile saved");
    },
    leaves: (name) => ({ live: { revision: 1 }, names: expectName(`${name} again`) }),
  },
  {
    what: "start fresh beside a draft",
    needs: "create",
    ids: [profileForm.id],
    async does(person, name) {
      await leavesDraft(person, name);
      await person.presses("Start fresh");
      await person.fills({ Name: `${name} afresh` });
      await person.saves();
      await person.sees("Profile saved");
    },
    leaves: (name) => ({ live: { revision: 1 }, names: expectName(`${name} afresh`) }),
  },
  {
    what: "export all profiles",
    needs: "administer",
    ids: [home.export],
    async does(person, name) {
      await person.opensHome();
      await person.presses({ label: "Export all profiles" });
      await person.sees(`"name": "${name}"`);
      person.goesTo("general");
    },
    leaves: () => ({ live: { revision: 1 } }),
  },
];

/** For `toMatchObject`. */
function expectName(name: string): object {
  return { asymmetricMatch: (names: readonly string[]) => names.includes(name) };
}
