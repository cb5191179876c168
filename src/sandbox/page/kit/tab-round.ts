/** After the last of a box comes its first again, and before the first its last. Answers whether the key was for that. */
export function tabRound(box: HTMLElement, { key, shiftKey }: KeyboardEvent): boolean {
  if (key !== "Tab") return false;
  const stops = stopsIn(box);
  const [from, to] = shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
  const now = document.activeElement;
  if (now !== from && !(shiftKey && now === box)) return false;
  to?.focus();
  return true;
}

/** What Tab stops at. */
export function stopsIn(box: HTMLElement): HTMLElement[] {
  const all = box.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [tabindex]",
  );
  return [...all].filter(
    (one) =>
      one.tabIndex >= 0 && !one.matches(":disabled") && !one.closest("[inert]") && one.checkVisibility(),
  );
}
