import "./modal.css";
import type { ShownView } from "../../server/protocol.ts";
import { Modal } from "./modal.tsx";

/** A person's open modals, the lowest first; those below the top one show that they are there. */
export function ModalStack({ stack }: { stack: readonly ShownView[] }) {
  if (stack.length === 0) return null;
  return (
    <>
      {stack.map((view, at) => (
        <Modal key={view.id} view={view} depth={stack.length - 1 - at} />
      ))}
    </>
  );
}
