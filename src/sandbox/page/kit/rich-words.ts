/** A plain text as the one section of a rich text; null where it is empty. */
export function toRichText(text: string): unknown {
  if (text === "") return null;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

/** The words of a rich text, without its looks. */
export function wordsOf(rich: unknown): string {
  if (typeof rich !== "object" || rich === null) return "";
  const { type, text, name, elements } = rich as Record<string, unknown>;
  if (typeof text === "string") return text;
  if (type === "emoji") return `:${String(name)}:`;
  if (!Array.isArray(elements)) return "";
  return elements.map(wordsOf).join(type === "rich_text" || type === "rich_text_list" ? "\n" : "");
}
