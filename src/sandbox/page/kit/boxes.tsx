import type { Checkboxes, Option, RadioButtons } from "@slack/types";
import type { ElementProps } from "./element.ts";
import { ariaOf } from "./element.ts";
import { useItsSurface } from "./surface.ts";
import { Line } from "./text.tsx";

/** Checkboxes and radio buttons. In an input block, the fieldset around them has their name. */
export function Boxes({ spot, field }: ElementProps<Checkboxes | RadioButtons>) {
  const surface = useItsSurface();
  const { element } = spot;
  const isMulti = element.type === "checkboxes";
  const held = surface.held(spot);
  const chosen = (Array.isArray(held) ? held : [held]).flatMap((one: Option | null) => one?.value ?? []);

  async function choose(option: Option, isOn: boolean, box: HTMLInputElement) {
    const values = isMulti ? chosen.filter((value) => value !== option.value) : [];
    const on = isOn ? [...values, option.value] : values;
    const options = element.options.filter(({ value }) => on.includes(value));
    const next = isMulti ? options : (options[0] ?? null);
    if (!spot.tells) surface.keep(spot, next);
    else if (!(await surface.tell(spot, { held: next, confirm: element.confirm }))) box.checked = !isOn;
  }

  return (
    <div
      class="kit-boxes"
      id={field.id}
      role={field.label === undefined ? undefined : isMulti ? "group" : "radiogroup"}
      {...ariaOf({ ...field, isInvalid: false })}
    >
      {element.options.map((option, at) => (
        <label class="kit-check" key={option.value}>
          <input
            type={isMulti ? "checkbox" : "radio"}
            name={field.id}
            checked={chosen.includes(option.value ?? "")}
            aria-invalid={field.isInvalid || undefined}
            data-focus={at === 0 && element.focus_on_load}
            onChange={({ currentTarget }) => choose(option, currentTarget.checked, currentTarget)}
          />
          <span>
            <span class="kit-check-words">
              <Line text={option.text} />
            </span>
            {option.description && (
              <span class="kit-about">
                <Line text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
