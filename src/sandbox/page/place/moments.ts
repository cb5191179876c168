const hour = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dayOfYear = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
const dayMs = 24 * 60 * 60_000;

/** A time of day, such as 10:42. */
export function timeOf(at: number): string {
  return hour.format(at);
}

export function exactTimeOf(at: number): string {
  return exact.format(at);
}

/** "Today", "Yesterday", or the day's name. */
export function dayInWords(at: number, now = Date.now()): string {
  const that = new Date(at);
  if (that.toDateString() === new Date(now).toDateString()) return "Today";
  if (that.toDateString() === new Date(now - dayMs).toDateString()) return "Yesterday";
  return (that.getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at);
}
