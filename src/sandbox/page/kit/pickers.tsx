import type { Datepicker, DateTimepicker, Timepicker } from "@slack/types";
import type { ElementProps } from "./element.ts";
import { ariaOf } from "./element.ts";
import { useLater } from "./later.ts";
import { fromLocalMoment, toLocalMoment } from "./moments.ts";
import { useItsSurface } from "./surface.ts";
import { plainOf } from "./text.tsx";

const inputs = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" } as const;

/** Typed digits make many a date on the way to the one that is meant. */
const typingPause = 700;

/** A date, a time or both, by the browser's own field. */
export function Picker({ spot, field }: ElementProps<Datepicker | Timepicker | DateTimepicker>) {
  const surface = useItsSurface();
  const later = useLater(typingPause);
  const { element } = spot;
  const held = surface.held(spot);
  const isMoment = element.type === "datetimepicker";
  const shown = isMoment ? toLocalMoment(held) : String(held ?? "");
  const placeholder = "placeholder" in element ? plainOf(element.placeholder) : "";

  function change(entered: string) {
    const next = isMoment ? fromLocalMoment(entered) : entered || null;
    surface.keep(spot, next);
    if (!spot.tells) return;
    later.soon(() => void tell(next));
  }

  async function tell(next: string | number | null) {
    const isTold = await surface.tell(spot, { held: next, confirm: element.confirm });
    if (!isTold) surface.keep(spot, held);
  }

  return (
    <span class="kit-row">
      <input
        id={field.id}
        class={`kit-input is-picker${field.isInvalid ? " is-invalid" : ""}`}
        type={inputs[element.type]}
        {...ariaOf(field)}
        data-focus={element.focus_on_load}
        title={placeholder === "" ? undefined : placeholder}
        value={shown}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onBlur={later.now}
        onKeyDown={({ key }) => key === "Enter" && later.now()}
      />
      {element.type === "timepicker" && element.timezone !== undefined && (
        <span class="kit-about">{element.timezone}</span>
      )}
    </span>
  );
}
