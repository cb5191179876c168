import type { JSX } from "preact";
import type { ShownMessage } from "../../server/protocol.ts";
import type { Author } from "../authors.ts";
import { Avatar } from "../frame/avatar.tsx";
import { Icon } from "../frame/icon.tsx";
import { Blocks } from "../kit/blocks.tsx";
import { Mrkdwn } from "../kit/mrkdwn.tsx";
import { memo } from "../memo.tsx";
import { exactTimeOf, timeOf } from "./moments.ts";

export const Message = memo(DrawnMessage);

function DrawnMessage(props: { message: ShownMessage; author: Author; isFollowUp: boolean }): JSX.Element {
  const { message, author, isFollowUp } = props;
  const time = (
    <time dateTime={new Date(message.at).toISOString()} title={exactTimeOf(message.at)}>
      {timeOf(message.at)}
    </time>
  );
  return (
    <article
      class={`message ${isFollowUp ? "is-follow-up" : ""} ${message.onlyVisibleToYou ? "is-private" : ""}`}
      aria-label={`${author.name}, ${timeOf(message.at)}`}
    >
      {isFollowUp ? <span class="message-time">{time}</span> : <Avatar author={author} />}
      <div class="message-body">
        {message.onlyVisibleToYou && (
          <p class="message-private">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        {!isFollowUp && (
          <p class="message-head">
            <strong>{author.name}</strong>
            {author.isApp && <span class="badge">App</span>}
            {time}
          </p>
        )}
        {message.blocks.length > 0 ? (
          <Blocks
            blocks={message.blocks}
            on={{ channel: message.channel, ts: message.ts }}
            values={message.values}
          />
        ) : (
          <Mrkdwn text={message.text} />
        )}
        {message.isEdited && <span class="message-edited">(edited)</span>}
      </div>
    </article>
  );
}
