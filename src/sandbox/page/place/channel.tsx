import type { JSX } from "preact";
import type { Place, Scene, ShownMessage } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { Icon } from "../frame/icon.tsx";
import { memo } from "../memo.tsx";
import { roleInWords } from "../roles.ts";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";

export const Channel = memo(DrawnChannel);

function DrawnChannel(props: {
  scene: Scene;
  place: Place;
  authors: Authors;
  messages: readonly ShownMessage[];
  readTo: string;
}): JSX.Element {
  const { scene, place, authors, messages } = props;
  const me = scene.people.find(({ id }) => id === scene.me);
  return (
    <main class="place" aria-label={`Channel ${place.name}`}>
      <div class="place-head">
        <h1>
          <Icon name={place.kind === "private" ? "lock" : "hash"} />
          {place.name}
        </h1>
        {place.kind === "private" && <span class="place-fact">Private</span>}
        {place.isShared && (
          <span class="place-fact">
            <Icon name="shared" /> Shared with another organization
          </span>
        )}
        {!place.hasApp && <span class="place-fact">{scene.app.name} is not a member here</span>}
      </div>
      <Log
        label={`Messages in ${place.name}`}
        messages={messages}
        authors={authors}
        me={scene.me}
        readTo={props.readTo}
        beginning={
          <div class="beginning">
            <h2>
              <Icon name={place.kind === "private" ? "lock" : "hash"} />
              {place.name}
            </h2>
            <p>
              This is where #{place.name} begins. Type <kbd>/</kbd> to see what {scene.app.name} can do
              {scene.app.commands[0] && (
                <>
                  , for example <code>{scene.app.commands[0].command} help</code>
                </>
              )}
              .
            </p>
            {me && (
              <p>
                You act as {me.realName}, {roleInWords(me.role).toLowerCase()}. At the top right you can act
                as somebody else, look into every request, and let things go wrong.
              </p>
            )}
          </div>
        }
      />
      <Composer place={place} />
    </main>
  );
}
