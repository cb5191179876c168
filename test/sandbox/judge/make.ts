/** The least Block Kit that passes; a test adds the one thing it is about. */
export type Json = Record<string, unknown>;

/** `length` UTF-16 units, one fewer in code points, so that a limit is kept in both counts. */
export function long(length: number): string {
  return "🔥".padEnd(length, "x");
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function plain(text = "Words"): Json {
  return { type: "plain_text", text };
}

export function mrkdwn(text = "Words"): Json {
  return { type: "mrkdwn", text };
}

export function option(value = "a", more: Json = {}): Json {
  return { text: plain(`Option ${value}`), value, ...more };
}

export function options(count: number, from = 0): Json[] {
  return times(count, (index) => option(`v${from + index}`));
}

export function button(more: Json = {}): Json {
  return { type: "button", action_id: "press", text: plain(), ...more };
}

export function element(type: string, more: Json = {}): Json {
  return { type, action_id: "value", ...more };
}

export function section(more: Json = {}): Json {
  return { type: "section", block_id: "section", text: plain(), ...more };
}

export function actions(...elements: unknown[]): Json {
  return { type: "actions", block_id: "actions", elements };
}

export function context(...elements: unknown[]): Json {
  return { type: "context", block_id: "context", elements };
}

export function input(inner: unknown, more: Json = {}): Json {
  return { type: "input", block_id: "input", label: plain(), element: inner, ...more };
}

export function image(more: Json = {}): Json {
  return {
    type: "image",
    block_id: "image",
    image_url: "https://example.com/a.png",
    alt_text: "A",
    ...more,
  };
}

export function richText(...elements: unknown[]): Json {
  return { type: "rich_text", block_id: "rich", elements };
}

export function richSection(...elements: unknown[]): Json {
  return { type: "rich_text_section", elements };
}

export function dividers(count: number): Json[] {
  return times(count, (index) => ({ type: "divider", block_id: `divider-${index}` }));
}

export function message(...blocks: unknown[]): Json {
  return { text: "Words", blocks };
}

export function modal(...blocks: unknown[]): Json {
  return { type: "modal", callback_id: "form", title: plain(), submit: plain("Save"), blocks };
}

export function home(...blocks: unknown[]): Json {
  return { type: "home", blocks };
}
