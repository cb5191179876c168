/** A piece of running text, whichever notation it was written in. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike" | "underline"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; url: string; text: string }
  | { kind: "user" | "channel" | "usergroup"; id: string; label: string }
  /** `#general`, where it is one */
  | { kind: "channel-name"; name: string }
  | { kind: "broadcast"; range: string }
  | { kind: "date"; timestamp: number; format: string; url: string; fallback: string }
  | { kind: "emoji"; name: string };

/** Lines that belong together. */
export type Passage =
  | { kind: "lines"; children: Inline[] }
  | { kind: "quote"; children: Inline[] }
  | { kind: "preformatted"; text: string };

/** Where a link may lead: nowhere that could run something. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(url);
}
