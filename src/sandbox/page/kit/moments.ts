/** `2026-11-24T09:30` in the viewer's zone, for the browser's own field; empty where there is none. */
export function toLocalMoment(seconds: unknown): string {
  const at = new Date(Number(seconds) * 1000);
  if (typeof seconds !== "number" || Number.isNaN(at.getTime())) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Seconds since 1970; null where nothing whole was entered. */
export function fromLocalMoment(local: string): number | null {
  const at = new Date(local).getTime();
  return local === "" || Number.isNaN(at) ? null : Math.floor(at / 1000);
}
