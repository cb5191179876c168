import { useContext } from "preact/hooks";
import type { Scene } from "../../server/protocol.ts";
import { emojiOf } from "./emoji.ts";
import type { Inline } from "./inline.ts";
import { isSafeUrl } from "./inline.ts";
import { SlackContext } from "./slack.ts";
import { printMoment, printSlackDate } from "./slack-date.ts";

/** Running text, drawn. */
export function InlineText({ nodes }: { nodes: readonly Inline[] }) {
  const { scene } = useContext(SlackContext);
  return <>{nodes.map((node) => drawNode(node, scene))}</>;
}

/** A link that leads out, and can run nothing. */
export function Link({ url, children }: { url: string; children: preact.ComponentChildren }) {
  if (!isSafeUrl(url)) return <>{children}</>;
  return (
    <a class="kit-link" href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function drawNode(node: Inline, scene: Scene) {
  switch (node.kind) {
    case "text":
      return node.text;
    case "bold":
      return (
        <strong>
          <InlineText nodes={node.children} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <InlineText nodes={node.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <InlineText nodes={node.children} />
        </s>
      );
    case "underline":
      return (
        <u>
          <InlineText nodes={node.children} />
        </u>
      );
    case "code":
      return <code class="kit-code">{node.text}</code>;
    case "link":
      return <Link url={node.url}>{node.text}</Link>;
    case "user":
      return <Mention words={`@${userName(node, scene)}`} isMe={node.id === scene.me} />;
    case "channel":
      return <Mention words={`#${placeName(node.id, scene) ?? (node.label || node.id)}`} />;
    case "channel-name":
      return scene.places.some(({ name }) => name === node.name) ? (
        <Mention words={`#${node.name}`} />
      ) : (
        `#${node.name}`
      );
    case "usergroup":
      return <Mention words={node.label || `@${node.id}`} />;
    case "broadcast":
      return <Mention words={`@${node.range}`} isMe />;
    case "date":
      return <Moment date={node} />;
    case "emoji":
      return emojiOf(node.name) === undefined ? (
        `:${node.name}:`
      ) : (
        <span class="kit-emoji" role="img" aria-label={node.name.replaceAll("_", " ")}>
          {emojiOf(node.name)}
        </span>
      );
    default:
      return node satisfies never;
  }
}

function Mention({ words, isMe = false }: { words: string; isMe?: boolean }) {
  return <span class={isMe ? "kit-mention is-me" : "kit-mention"}>{words}</span>;
}

function Moment({ date }: { date: Extract<Inline, { kind: "date" }> }) {
  const viewer = { now: Date.now() };
  const at = new Date(date.timestamp * 1000);
  const words = printSlackDate(date, viewer);
  if (Number.isNaN(at.getTime())) return <>{words}</>;
  const time = (
    <time dateTime={at.toISOString()} title={printMoment(date.timestamp, viewer)}>
      {words}
    </time>
  );
  return date.url === "" ? time : <Link url={date.url}>{time}</Link>;
}

function userName({ id, label }: { id: string; label: string }, { app, people }: Scene): string {
  if (app.botUserIds.includes(id)) return app.name;
  return people.find((person) => person.id === id)?.realName ?? (label || id);
}

function placeName(id: string, { places }: Scene): string | undefined {
  return places.find((place) => place.id === id)?.name;
}
