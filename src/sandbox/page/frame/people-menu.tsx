import type { JSX } from "preact";
import type { Scene } from "../../server/protocol.ts";
import type { Authors } from "../authors.ts";
import { roleInWords } from "../roles.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

/** Who one is here; another one is one choice away. */
export function PeopleMenu(props: {
  scene: Scene;
  authors: Authors;
  become(person: string): void;
}): JSX.Element {
  const { scene, authors } = props;
  const me = scene.people.find(({ id }) => id === scene.me);
  const author = authors.people.get(scene.me);
  return (
    <Menu
      class="menu-right people-menu"
      saysLabel
      label={`Acting as ${me?.realName ?? "nobody yet"}`}
      trigger={
        <>
          {author && <Avatar author={author} size="small" />}
          <span class="acting-words">
            <span class="acting-as">Acting as </span>
            <span class="acting-name">{me?.realName ?? "…"}</span>
          </span>
          <Icon name="chevron" />
        </>
      }
      groups={scene.workspaces.map((workspace) => ({
        label: workspace.isInstalled ? workspace.name : `${workspace.name} (without ${scene.app.name})`,
        items: scene.people
          .filter((person) => person.workspace === workspace.id)
          .map((person) => ({
            key: person.id,
            label: person.realName,
            hint: roleInWords(person.role),
            mark: <PersonMark authors={authors} id={person.id} />,
            isChosen: person.id === scene.me,
            run: () => props.become(person.name),
          })),
      }))}
    />
  );
}

function PersonMark({ authors, id }: { authors: Authors; id: string }): JSX.Element | null {
  const author = authors.people.get(id);
  return author === undefined ? null : <Avatar author={author} size="small" />;
}
