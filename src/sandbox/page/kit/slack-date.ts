export interface SlackDate {
  /** Seconds since 1970. */
  timestamp: number;
  /** `{date_short_pretty} at {time}` */
  format: string;
  /** Shown where the rest cannot be read. */
  fallback: string;
}

export interface Viewer {
  /** ms since 1970. */
  now: number;
  /** An IANA zone; the browser's own where it is missing. */
  zone?: string;
}

/** What Slack writes for `<!date^…>`: the viewer's own clock and zone, and always a capital at the beginning. */
export function printSlackDate({ timestamp, format, fallback }: SlackDate, viewer: Viewer): string {
  const at = new Date(timestamp * 1000);
  if (Number.isNaN(at.getTime())) return fallback;
  let isKnown = true;
  const printed = format.replaceAll(/\{([a-z_]+)\}/g, (whole, token: string) => {
    const words = printToken(token, at, viewer);
    if (words === undefined) isKnown = false;
    return words ?? whole;
  });
  return isKnown ? capital(printed) : fallback;
}

/** The whole of it, for those who point at a date. */
export function printMoment(timestamp: number, viewer: Viewer): string {
  return printSlackDate({ timestamp, format: "{date_long} at {time_secs}", fallback: "" }, viewer);
}

function printToken(token: string, at: Date, viewer: Viewer): string | undefined {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { ...options, ...zoneOf(viewer) }).format(at);
  switch (token) {
    case "date_num":
      return dayOf(at, viewer);
    case "date":
      return withOrdinal(parts({ year: "numeric", month: "long", day: "numeric" }));
    case "date_short":
      return parts({ year: "numeric", month: "short", day: "numeric" });
    case "date_long":
      return withOrdinal(parts({ weekday: "long", year: "numeric", month: "long", day: "numeric" }));
    case "date_pretty":
    case "date_short_pretty":
    case "date_long_pretty":
      return nearDay(at, viewer) ?? printToken(token.replace("_pretty", ""), at, viewer);
    case "time":
      return parts({ hour: "numeric", minute: "2-digit" });
    case "time_secs":
      return parts({ hour: "numeric", minute: "2-digit", second: "2-digit" });
    case "ago":
      return ago(at, viewer);
    default:
      return undefined;
  }
}

function nearDay(at: Date, viewer: Viewer): string | undefined {
  const days = (Date.parse(dayOf(at, viewer)) - Date.parse(dayOf(new Date(viewer.now), viewer))) / 86_400_000;
  return new Map([
    [-1, "yesterday"],
    [0, "today"],
    [1, "tomorrow"],
  ]).get(days);
}

/** 2026-11-24, as the viewer's calendar has it. */
function dayOf(at: Date, viewer: Viewer): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...zoneOf(viewer),
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

function ago(at: Date, { now }: Viewer): string {
  const seconds = Math.round((at.getTime() - now) / 1000);
  const units = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat("en-US").format(Math.trunc(seconds / size), unit);
}

function withOrdinal(date: string): string {
  return date.replace(/(\d+),/, (_whole, day: string) => `${day}${ordinal(Number(day))},`);
}

function ordinal(day: number): string {
  if (day > 10 && day < 14) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function zoneOf({ zone }: Viewer): { timeZone?: string } {
  return zone === undefined ? {} : { timeZone: zone };
}
