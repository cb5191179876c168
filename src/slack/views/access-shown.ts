import type { KnownBlock, ModalView } from "@slack/types";
import type { AccessSettings, Writers } from "../../rules/access.ts";
import type { UserId } from "../../rules/people.ts";
import type { Access } from "../../usecases/show-access.ts";
import { actions, markup, plain, section } from "../blocks.ts";
import { requestButton } from "./access-request.ts";
import { historyButton } from "./history-ask.ts";
import { peopleNamed } from "./people-named.ts";

export const writerNames: Record<Writers, string> = {
  admins: "ICP admins only",
  members: "ICP admins and all full members",
  chosen: "ICP admins and chosen people",
};

/** Where each value comes from. */
export function sourcesOf({ setInSlack }: Access) {
  const from = (key: keyof AccessSettings, otherwise: string) =>
    setInSlack.includes(key) ? "Set here, in Slack." : otherwise;
  return {
    writers: from("writers", "Not set here yet: the operator’s DEFAULT_WRITERS."),
    guestsMayLook: from("guestsMayLook", "Not set here yet: this app’s default."),
    icpAdmins: from("icpAdmins", "Not set here yet: the operator’s ICP_ADMINS."),
  };
}

/** What holds, to look at. `admins` are the ICP admins, as far as Slack tells, `installer` among them. */
export function drawAccess(
  access: Access,
  {
    admins,
    installer,
    lacksScope,
  }: { admins: readonly UserId[]; installer: UserId | undefined; lacksScope: boolean },
): ModalView {
  const named = admins.length === 0 ? ownersAndAdmins : peopleNamed(admins);
  const why = installer === undefined ? "" : `\n<@${installer}> is one for having installed the app.`;
  const modal = rightsModal("Who may do what", access, `${named}${why}`);
  const asking = lacksScope ? [requestButton("create")] : [];
  return { ...modal, blocks: [...modal.blocks, actions("access-do", ...asking, historyButton)] };
}

/** The form after it was saved, in the same modal. */
export function drawAccessSet(access: Access, installer: UserId | undefined): ModalView {
  return rightsModal("Saved", access, adminsOf(access, installer));
}

/** Who are ICP admins always, and who was named as one. */
export function adminsOf({ icpAdmins }: Access, installer: UserId | undefined): string {
  const always = installer === undefined ? "" : `, and <@${installer}>, who installed the app`;
  const also = icpAdmins.length === 0 ? "" : `; besides them ${peopleNamed(icpAdmins)}`;
  return `${ownersAndAdmins}${always}${also}`;
}

const ownersAndAdmins = "Owners and admins of this Slack workspace";

function rightsModal(title: string, access: Access, admins: string): ModalView {
  return {
    type: "modal",
    callback_id: "access",
    title: plain(title),
    close: plain("Close"),
    blocks: drawRights(access, admins),
  };
}

function drawRights({ writers, chosen, guestsMayLook }: Access, admins: string): KnownBlock[] {
  const alsoChosen = writers === "chosen" ? `: ${peopleNamed(chosen)}` : "";
  return [
    section("access-admins", markup(`*ICP admins*\n${admins}`)),
    section(
      "access-writers",
      markup(`*Who may create and change profiles*\n${writerNames[writers]}${alsoChosen}`),
    ),
    section("access-guests", markup(`*Guests*\n${guestsMayLook ? "May look" : "Can’t see profiles"}`)),
  ];
}
