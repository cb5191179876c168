import type { KnownBlock } from "@slack/types";
import type { UserId } from "../../rules/people.ts";
import type { AccessRequest } from "../../stores/access-store.ts";
import type { KeptDraft } from "../../stores/draft-store.ts";
import type { OwnChanges } from "../../usecases/own-changes.ts";
import type { Waiting } from "../../usecases/show-home.ts";
import { button, context, dateOf, header, markup, plain, section } from "../blocks.ts";
import { drawAnswering } from "./access-ask.ts";
import { accessRequest, resumeButton } from "./access-request.ts";
import { editOffer, whatIsChanged } from "./edit-offer.ts";
import { shownNameOf } from "./profile-words.ts";

/** More are no help at a glance; all of them stand in messages of the app's, too. */
const mostRequests = 5;

/** The newest; each of the others is offered where its profile is edited. */
const mostChanges = 5;

/** Of these, whose names the buttons say. */
export function requestsShown({ others }: Waiting): readonly AccessRequest[] {
  return others.slice(0, mostRequests);
}

/** What waits for this person to be done with, in the order in which they would want it. */
export function drawWaiting(
  waiting: Waiting,
  { mayCreate, names }: { mayCreate: boolean; names: ReadonlyMap<UserId, string> },
): KnownBlock[] {
  const { draft, changes, own, others } = waiting;
  const isNothing = draft === undefined && own === undefined && changes.length + others.length === 0;
  if (isNothing) return [];
  const more = others.length - mostRequests;
  return [
    header("home-waiting", "Waiting for you"),
    ...(draft === undefined ? [] : [drawDraft(draft, mayCreate)]),
    ...drawChanges(changes, mayCreate),
    ...(own === undefined ? [] : [drawOwn(own)]),
    ...requestsShown(waiting).flatMap((request) => drawOther(request, names.get(request.by) ?? "")),
    ...(more > 0 ? [context("home-requests-more", plain(`${more} more wait in messages of this app.`))] : []),
  ];
}

function drawDraft({ values: { name } }: KeptDraft, mayCreate: boolean): KnownBlock {
  const what = `${name === undefined ? "A profile without a name" : `“${name}”`} is not saved yet. What you typed is kept for 7 days, for you alone.`;
  return mayCreate
    ? section("home-draft", plain(what), resumeButton())
    : section("home-draft", plain(`${what} It can be saved once you may create profiles.`));
}

/** Who may create profiles may change them. */
function drawChanges(changes: readonly OwnChanges[], mayChange: boolean): KnownBlock[] {
  const more = changes.length - mostChanges;
  return [
    ...changes.slice(0, mostChanges).map((each) => drawChange(each, mayChange)),
    ...(more > 0
      ? [context("home-changes-more", plain(`${more} more: Edit, in their details, offers them.`))]
      : []),
  ];
}

function drawChange(changes: OwnChanges, mayChange: boolean): KnownBlock {
  const { id, isArchived } = changes;
  const name = shownNameOf(changes);
  const archived = isArchived ? " It was archived meanwhile, so they can become a new profile." : "";
  const what = `Your changes of “${name}” are not saved yet. ${whatIsChanged(changes)}.${archived}`;
  if (!mayChange)
    return section(`home-changes:${id}`, plain(`${what} They can be saved once you may change profiles.`));
  return section(
    `home-changes:${id}`,
    plain(what),
    button(editOffer.resume, { text: "Continue", value: id, label: `Continue your changes of ${name}` }),
  );
}

function drawOwn({ id, askedAt }: AccessRequest): KnownBlock {
  return section(
    "home-own-request",
    markup(`${dateOf(askedAt, "You asked for access {date_short_pretty}")}. Nobody has answered yet.`),
    button(accessRequest.withdraw, { text: "Withdraw request", value: id }),
  );
}

/** A mention in what one person sees notifies nobody. */
function drawOther({ id, by, askedAt }: AccessRequest, name: string): KnownBlock[] {
  const asked = dateOf(askedAt, "Asked {date_short_pretty} at {time}");
  return [
    section(
      `home-request:${id}`,
      markup(`<@${by}> asks to create and change ICP profiles (\`icp:write\`). ${asked}.`),
    ),
    drawAnswering(`home-request-do:${id}`, { id, name }),
  ];
}
