import type { Scene, ShownMessage } from "../server/protocol.ts";

/** Somebody who writes. */
export interface Author {
  id: string;
  name: string;
  initials: string;
  /** One of eight colours. */
  tone: number;
  isApp: boolean;
}

export interface Authors {
  app: Author;
  /** By id. */
  people: ReadonlyMap<string, Author>;
}

const tones = 8;

export function authorsOf({ app, people }: Pick<Scene, "app" | "people">): Authors {
  return {
    app: { id: app.id, name: app.name, initials: "", tone: 0, isApp: true },
    people: new Map(people.map(({ id, realName }, at) => [id, toAuthor(id, realName, at)])),
  };
}

/** Someone whom the scene does not know goes by their id. */
export function authorOf({ app, people }: Authors, { author }: ShownMessage): Author {
  return author.kind === "app" ? app : (people.get(author.id) ?? toAuthor(author.id, author.id, 0));
}

function toAuthor(id: string, name: string, at: number): Author {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? "")].at(0) ?? "")
    .join("")
    .toUpperCase();
  return { id, name, initials, tone: at % tones, isApp: false };
}
