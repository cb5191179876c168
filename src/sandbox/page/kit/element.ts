import type { Place } from "./edits.ts";

/** An element in its place. */
export interface Spot<Element> extends Place {
  element: Element & Place["element"];
  /** Whether the app hears of each change. */
  tells: boolean;
  isOptional: boolean;
}

/** What ties an element to the words around it. */
export interface Field {
  id: string;
  /** Where no label stands on the screen. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  isInvalid?: boolean;
}

export interface ElementProps<Element> {
  spot: Spot<Element>;
  field: Field;
}

/** The ARIA attributes of a field. */
export function ariaOf({ label, labelledBy, describedBy, isInvalid }: Field) {
  return {
    "aria-label": labelledBy === undefined ? label : undefined,
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy,
    "aria-invalid": isInvalid === true ? ("true" as const) : undefined,
  };
}
