import type { KnownBlock } from "@slack/types";
import type { RecentFault } from "../../recent-faults.ts";
import type { ConnectionState } from "../../rules/connection.ts";
import { plans } from "../../rules/plan.ts";
import { cutTo } from "../../rules/text.ts";
import type { Examined, Part } from "../../usecases/examine-workspace.ts";
import {
  actions,
  button,
  context,
  dateOf,
  labelled,
  markup,
  messageText,
  plain,
  section,
} from "../blocks.ts";
import type { Message } from "../notice.ts";
import { scopes } from "../scopes.ts";
import type { Connection } from "../transport/transport.ts";
import type { TokenReport } from "../web-api/ask-token.ts";
import { faultSentence, faultWords, supportButton } from "../words.ts";
import { durationOf, sizeOf } from "./measures.ts";
import { profilesCounted } from "./profile-words.ts";

export interface DoctorReport {
  readonly examined: Examined;
  readonly token: TokenReport;
  readonly connection: Connection;
  /** The newest first. */
  readonly faults: readonly RecentFault[];
  readonly version: string;
  /** How long the app has been running. */
  readonly upMs: number;
  readonly supportUrl: string | undefined;
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly isWrong?: boolean;
}

const shownFaults = 10;
/** Less than this is soon full. */
const fewBytes = 50 * 1024 * 1024;

/** How the app stands in this workspace: what is wrong first. */
export function drawDoctor(report: DoctorReport): Message {
  const lines = linesOf(report);
  const wrong = lines.filter(({ isWrong = false }) => isWrong);
  const right = lines.filter((line) => !wrong.includes(line));
  const verdict = verdictOf(wrong.length);
  const { supportUrl } = report;
  return {
    text: messageText([verdict, ...wrong.map(({ label, value }) => `${label}: ${value}`)].join(" ")),
    blocks: [
      section("doctor-verdict", markup(`*${verdict}*`)),
      ...(wrong.length === 0 ? [] : [labelled("doctor-wrong", wrong)]),
      ...(right.length === 0 ? [] : [labelled("doctor-right", right)]),
      drawFaults(report.faults),
      actions(
        "doctor-do",
        button("run:again", { text: "Check again", value: "doctor" }),
        ...(supportUrl === undefined ? [] : [supportButton(supportUrl)]),
      ),
    ],
  };
}

/** The one error that somebody was shown. */
export function drawReference(reference: string, found: RecentFault | undefined): Message {
  const shown = cutTo(reference, 60);
  if (found === undefined) {
    const text = `No error with the reference ${shown} is remembered here. The log of the app may have it.`;
    return { text: messageText(text), blocks: [section("doctor-reference", plain(text))] };
  }
  const { code, did } = found;
  const { sentence, advice } = faultWords(code);
  return {
    text: messageText(`Reference ${shown}: ${did}, ${code}. ${sentence} ${advice}`),
    blocks: [
      section("doctor-reference", plain(`Reference ${shown}: ${sentence}`)),
      context("doctor-reference-facts", markup(factsOf(found))),
      context("doctor-reference-advice", plain(advice)),
    ],
  };
}

function linesOf({ examined, token, connection, version, upMs }: DoctorReport): Line[] {
  const { node } = process.versions;
  return [
    ...tokenLines(token),
    { label: "Way to Slack", value: connectionSentence(connection, upMs) },
    storeLine(examined),
    planLine(examined),
    ...kashewLines(examined),
    line("Profiles", examined.profiles, ({ total, active }) => ({
      value: `${profilesCounted(total)}, ${active} active`,
    })),
    { label: "Version", value: `${version}, on Node ${node}, up for ${durationOf(upMs)}` },
  ];
}

function tokenLines(token: TokenReport): Line[] {
  const label = "Token";
  switch (token.kind) {
    case "fault":
      return [{ label, value: faultSentence(token.fault), isWrong: true }];
    case "refused": {
      const mend = "The operator has to install the app again and copy the new token.";
      return [{ label, value: `Slack does not take it any more (${token.error}). ${mend}`, isWrong: true }];
    }
    case "valid":
      return [{ label, value: `Valid, for ${token.workspace}` }, scopesLine(token.missingScopes)];
  }
}

function scopesLine(missing: Extract<TokenReport, { kind: "valid" }>["missingScopes"]): Line {
  const label = "Scopes";
  if (missing === undefined) return { label, value: "Slack did not say which it has granted" };
  if (missing.length === 0) return { label, value: "All granted" };
  const named = missing.map((scope) => `${scope} is missing. It is for: ${scopes[scope]}`);
  return { label, value: `${named.join(" ")} The operator can install the app again.`, isWrong: true };
}

function connectionSentence(connection: Connection, upMs: number): string {
  if (connection.kind === "http") return "HTTP: Slack reaches this app, or this would not stand here";
  const { connectedMs = 0, reconnects } = connection;
  const since = `Socket Mode, connected for ${durationOf(connectedMs)}`;
  if (reconnects === 0) return since;
  return `${since}, again ${reconnects === 1 ? "once" : `${reconnects} times`} in ${durationOf(upMs)}`;
}

function storeLine({ storeKind, storeSize, writing }: Examined): Line {
  const size = line("Store", storeSize, ({ bytes, freeBytes, lastCopyAt }) => {
    const copy = lastCopyAt === undefined ? "no copy beside it" : `last copy ${minuteOf(lastCopyAt)}`;
    return {
      value: `${storeKind}, ${sizeOf(bytes)}, ${sizeOf(freeBytes)} free on its disk, ${copy}`,
      isWrong: freeBytes < fewBytes,
    };
  });
  if (writing.kind === "known" || storeSize.kind === "fault") return size;
  return { ...size, value: `${size.value}. ${faultSentence(writing.fault)}`, isWrong: true };
}

/** Nothing of a workspace that keeps its profiles itself. */
function kashewLines({ kashew }: Examined): Line[] {
  if (kashew.kind === "fault" || kashew.value === undefined) return [];
  const { shownKey, state } = kashew.value;
  const value = `Connected with the key ${shownKey}${connectedStates[state]}`;
  return [{ label: "Kashew", value, isWrong: state !== "ok" }];
}

const connectedStates: Record<ConnectionState, string> = {
  ok: "",
  broken: ", which Kashew doesn’t take any more: an ICP admin can connect it anew",
  plan: ", whose plan there includes no profiles",
  "read-only": ", which may read profiles and not create any",
};

function planLine({ plan, writes }: Examined): Line {
  return line("Plan", plan, (known) => {
    const { name, includesProfiles } = plans[known];
    if (!includesProfiles) {
      return { value: `${name}, which includes no profiles: they need Pro`, isWrong: true };
    }
    if (writes.kind === "fault") return { value: name };
    const { used, limit, isEstimate = false } = writes.value;
    const about = isEstimate ? "about " : "";
    return {
      value: `${name}, ${about}${used} of ${limit} writes used today`,
      isWrong: used >= limit && !isEstimate,
    };
  });
}

function line<Value>(label: string, part: Part<Value>, says: (value: Value) => Omit<Line, "label">): Line {
  return part.kind === "known"
    ? { label, ...says(part.value) }
    : { label, value: faultSentence(part.fault), isWrong: true };
}

function drawFaults(faults: readonly RecentFault[]): KnownBlock {
  if (faults.length === 0) return context("doctor-faults", plain("No error since the app was started."));
  const shown = faults.slice(0, shownFaults).map((fault) => `• ${factsOf(fault)}`);
  return section("doctor-faults", markup(`*Last errors*\n${shown.join("\n")}`));
}

function factsOf({ reference, at, did, code }: RecentFault): string {
  return `${reference} · ${dateOf(at, "{date_short_pretty} at {time}")} · ${did} · ${code}`;
}

function verdictOf(wrong: number): string {
  if (wrong === 0) return "Nothing is wrong.";
  return wrong === 1 ? "One thing is wrong." : `${wrong} things are wrong.`;
}

function minuteOf(at: string): string {
  const date = new Date(at);
  return `${date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })} UTC`;
}
