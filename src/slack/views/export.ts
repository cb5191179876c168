import type { KnownBlock, ModalView, RichTextBlock } from "@slack/types";
import { toExported } from "../../kashew/dialect.ts";
import type { TeamId } from "../../rules/people.ts";
import type { Exported } from "../../usecases/take-export.ts";
import { context, markup, plain, section } from "../blocks.ts";
import { sourceWords } from "./kept-words.ts";
import { profilesCounted } from "./profile-words.ts";

/** What a view of Slack's holds, with room for what stands around the text. */
const most = { pieces: 90, piece: 2900, bytes: 230_000 };

/**
 * All profiles as the JSON that `workspace import` takes, to be copied, since the app may not send files. Where a view
 * does not hold them: who can export them, and how.
 */
export function drawExport({ profiles, source }: Exported, teamId: TeamId): ModalView {
  const pieces = piecesOf(JSON.stringify({ profiles: profiles.map(toExported) }, null, 1));
  const blocks = pieces.map(drawPiece);
  const fits = pieces.length <= most.pieces && Buffer.byteLength(JSON.stringify(blocks)) <= most.bytes;
  return {
    type: "modal",
    callback_id: "export",
    title: plain("Export"),
    close: plain("Close"),
    blocks: fits
      ? [drawHow(profiles.length, pieces.length), ...drawAge(source), ...blocks]
      : drawElsewhere(profiles.length, teamId),
  };
}

function drawHow(profiles: number, pieces: number): KnownBlock {
  const order = pieces === 1 ? "" : ` in ${pieces} pieces, to be put one below the other`;
  return section(
    "export-how",
    plain(`${profilesCounted(profiles)} as JSON${order}. Copy the text into a file.`),
  );
}

/** Of a list that is kept here there is none. */
function drawAge(source: Exported["source"]): KnownBlock[] {
  if (source.keeper === "workspace") return [];
  const words = sourceWords(source);
  return [context("export-age", markup(`${words.charAt(0).toUpperCase()}${words.slice(1)}`))];
}

function drawElsewhere(profiles: number, teamId: TeamId): KnownBlock[] {
  return [
    section(
      "export-elsewhere",
      plain(`${profilesCounted(profiles)} are more than Slack shows in one place.`),
    ),
    section(
      "export-how",
      markup(`Whoever operates this app exports them into a file: \`npm run workspace -- export ${teamId}\``),
    ),
    context("export-why", plain("This app has no right to send files, and asks for none.")),
  ];
}

function drawPiece(text: string, index: number): RichTextBlock {
  return {
    type: "rich_text",
    block_id: `export:${index + 1}`,
    elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }],
  };
}

/** Cut where lines end, so that a line break between two pieces changes nothing. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const line of text.split("\n")) {
    if (piece !== "" && piece.length + line.length + 1 > most.piece) {
      pieces.push(piece);
      piece = line;
    } else piece = piece === "" ? line : `${piece}\n${line}`;
  }
  return [...pieces, piece];
}
