import type { JSX } from "preact";
import type { Lever } from "../../server/protocol.ts";
import { Segmented } from "../segmented.tsx";

const shortWords = 30;

/** A few short choices stand side by side, more of them in a menu. */
export function LeverControl({ lever, set }: { lever: Lever; set(value: string): void }): JSX.Element {
  const { label, options, value } = lever;
  const length = options.reduce((sum, option) => sum + option.label.length, 0);
  if (options.length <= 3 && length <= shortWords) {
    return (
      <div class="lever">
        <Segmented label={label} isLabelShown options={options} value={value} choose={set} />
      </div>
    );
  }
  return (
    <label class="lever">
      <span class="lever-label">{label}</span>
      <select class="select" value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
