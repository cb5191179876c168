/** Who looks, and where: what the address says, so that a reload or another tab shows it again. */
export interface Where {
  /** A short name or an id. */
  person: string | undefined;
  /** A place's id. */
  place: string | undefined;
}

/** `#ana/C0GENERAL` */
export function readWhere(hash: string): Where {
  const [person, place] = hash
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => decoded(part) || undefined);
  return { person, place };
}

export function toHash({ person, place }: Where): string {
  const steps = [person, place].filter((step) => step !== undefined);
  return `#${steps.map(encodeURIComponent).join("/")}`;
}

/** A hand-written address may hold anything. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
