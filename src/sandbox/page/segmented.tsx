import type { JSX } from "preact";
import { useId } from "preact/hooks";

/** A few choices side by side, of which one holds. */
export function Segmented<Value extends string>(props: {
  label: string;
  isLabelShown?: boolean;
  options: readonly { value: Value; label: string }[];
  value: Value;
  choose: (value: Value) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class={props.isLabelShown === true ? "" : "unseen"}>{props.label}</legend>
      <div class="segments">
        {props.options.map(({ value, label }) => (
          <label class="segment" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.choose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
