import type { ShownExchange } from "../../server/protocol.ts";

export const filters = [
  { value: "all", label: "All" },
  { value: "to-app", label: "To the app" },
  { value: "from-app", label: "From the app" },
  { value: "complaints", label: "With complaints" },
] as const;

export type Filter = (typeof filters)[number]["value"];

export function passes(exchange: ShownExchange, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "to-app":
    case "from-app":
      return exchange.direction === filter;
    case "complaints":
      return exchange.complaints > 0;
  }
}
