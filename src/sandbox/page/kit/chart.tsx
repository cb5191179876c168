import type { JSX } from "preact";

interface Point {
  label: string;
  value: number;
}

interface Series {
  name: string;
  data: Point[];
}

/** Slack's young `data_visualization`, which @slack/types does not know yet. */
export interface ChartBlock {
  type: "data_visualization";
  title: string;
  chart:
    | { type: "pie"; segments: Point[] }
    | {
        type: "bar" | "area" | "line";
        series: Series[];
        axis_config: { categories: string[]; x_label?: string; y_label?: string };
      };
}

export function isChart(block: { type: string }): block is ChartBlock {
  return block.type === "data_visualization";
}

/** A chart's numbers, as a table. */
export function Chart({ block: { title, chart } }: { block: ChartBlock }): JSX.Element {
  const series = chart.type === "pie" ? [{ name: "Value", data: chart.segments }] : chart.series;
  const rows = chart.type === "pie" ? chart.segments.map(({ label }) => label) : chart.axis_config.categories;
  const { x_label: across = "", y_label: up } = chart.type === "pie" ? {} : chart.axis_config;
  return (
    <figure class="kit-figure">
      <div class="kit-table-frame">
        <table class="kit-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{across}</th>
              {series.map(({ name }) => (
                <th scope="col" class="is-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr>
                <th scope="row">{row}</th>
                {series.map(({ data }) => (
                  <td class="is-right">{(data.find(({ label }) => label === row) ?? data[at])?.value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption class="kit-about">
        {up === undefined ? "" : `${up}. `}Slack draws this as {names[chart.type]}.
      </figcaption>
    </figure>
  );
}

const names = { pie: "a pie", bar: "bars", area: "areas", line: "lines" };
