import "./modal.css";
import type { ShownView } from "../../server/protocol.ts";
import { Modal } from "./modal.tsx";

/** Darkens what has to wait for a modal. A press there does nothing, and takes the focus from nobody. */
export function Veil() {
  return <div class="kit-veil" aria-hidden="true" onMouseDown={(event) => event.preventDefault()} />;
}

/** A person's open modals, the lowest first; those below the top one show that they are there. */
export function ModalStack({ stack, isCovered }: { stack: readonly ShownView[]; isCovered: boolean }) {
  if (stack.length === 0) return null;
  return (
    <div class="kit-modals" inert={isCovered}>
      {stack.map((view, at) => (
        <Modal key={view.id} view={view} depth={stack.length - 1 - at} />
      ))}
    </div>
  );
}
