import { useEffect, useState } from "preact/hooks";
import type { ExchangeDetail, ShownExchange } from "../../server/protocol.ts";

export type Loaded =
  | { kind: "loading" }
  | { kind: "loaded"; detail: ExchangeDetail }
  | { kind: "failed"; words: string };

/** All of one exchange, asked for again whenever it has moved on. */
export function useExchange(exchange: ShownExchange): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  useEffect(() => {
    const hangUp = new AbortController();
    load(exchange.id, hangUp.signal).then(setLoaded, (error: unknown) => {
      if (!hangUp.signal.aborted) setLoaded({ kind: "failed", words: String(error) });
    });
    return () => hangUp.abort();
  }, [exchange]);
  return loaded;
}

async function load(id: number, signal: AbortSignal): Promise<Loaded> {
  const response = await fetch(`/sandbox/exchange?id=${id}`, { signal });
  if (!response.ok) return { kind: "failed", words: "The sandbox no longer keeps this exchange." };
  return { kind: "loaded", detail: (await response.json()) as ExchangeDetail };
}
