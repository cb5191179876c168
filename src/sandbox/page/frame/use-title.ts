import { useEffect } from "preact/hooks";

/** What the tab is called: how much is unread, where, and who looks. */
export function useTitle(args: {
  unread: Readonly<Record<string, number>>;
  place: string | undefined;
  person: string;
}): void {
  const { unread, place = "Nowhere", person } = args;
  const count = Object.values(unread).reduce((sum, each) => sum + each, 0);
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ""}${place} · ${person} · Sandbox`;
  }, [count, place, person]);
}
