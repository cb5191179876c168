const ranks: Readonly<Record<string, string>> = {
  VP: "Vice President",
  SVP: "Senior Vice President",
  EVP: "Executive Vice President",
};

/** Before “Director”: what is no area that somebody directs. */
const notAreas = new Set(["Account", "Creative", "Executive", "Managing", "Medical", "Regional"]);

const shortForms = {
  "Business Development": "BD",
  "Demand Generation": "Demand Gen",
  "Human Resources": "HR",
  "Information Technology": "IT",
  "Marketing Operations": "Marketing Ops",
  "Research and Development": "R&D",
  "Revenue Operations": "RevOps",
  "Sales Operations": "Sales Ops",
} as const;

/** How people also write a title: “VP of Sales”, “Director of Sales”, “Head of RevOps”. */
export function titleNames(title: string, aliases: readonly string[]): string[] {
  const names = [title, ...aliases, ...writtenOut(title)];
  const shorter = names.flatMap((name) =>
    Object.entries(shortForms).flatMap(([long, short]) =>
      name.includes(long) ? name.replace(long, short) : [],
    ),
  );
  return [...new Set([...names, ...shorter])].filter((name) => name !== title);
}

function writtenOut(title: string): string[] {
  const [, rank = "", area = ""] = /^([ES]?VP) (.+)$/.exec(title) ?? [];
  const inFull = ranks[rank];
  if (inFull !== undefined) {
    return [rank, inFull, inFull.replace("Vice President", "VP")].flatMap((said) => [
      `${said} ${area}`,
      `${said} of ${area}`,
    ]);
  }
  const directed = /^(.+) Director$/.exec(title)?.[1];
  return directed === undefined || notAreas.has(directed) ? [] : [`Director of ${directed}`];
}
