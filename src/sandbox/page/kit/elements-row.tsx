import { useId } from "preact/hooks";
import type { AnyElement } from "./draw-element.tsx";
import { Element, keyOf, nameOf } from "./draw-element.tsx";

interface ElementsProps {
  blockId?: string | undefined;
  elements: readonly AnyElement[];
}

/** Elements in a row. The app hears of each. */
export function Elements({ blockId = "", elements }: ElementsProps) {
  const id = useId();
  return (
    <div class="kit-elements">
      {elements.map((element, at) => (
        <Element
          key={keyOf(element, at)}
          spot={{ blockId, element, tells: true, isOptional: false }}
          field={{ id: `${id}-${at}`, label: nameOf(element) }}
        />
      ))}
    </div>
  );
}
