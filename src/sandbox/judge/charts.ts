import { z } from "zod";
import { identified, list, refuse } from "./parts.ts";
import { words } from "./text-objects.ts";
import { forWrongType, notCovered } from "./words.ts";

const Label = words(20);

const Pie = z.strictObject({
  type: z.literal("pie"),
  segments: list(
    z.strictObject({
      label: Label,
      value: z.number().refine((value) => value > 0, "must be more than 0"),
    }),
    { max: 6 },
  ),
});

const Series = z.strictObject({
  name: Label,
  data: list(z.strictObject({ label: Label, value: z.number() }), { max: 20 }),
});

const Plot = z
  .strictObject({
    type: z.enum(["bar", "area", "line"]),
    series: list(Series, { max: 6 }),
    axis_config: z.strictObject({
      categories: list(Label, { max: 20 }),
      x_label: words(50).optional(),
      y_label: words(50).optional(),
    }),
  })
  .superRefine(({ series, axis_config: { categories } }, ctx) => {
    const names = new Set<string>();
    const labels = JSON.stringify([...categories].sort());
    for (const [index, { name, data }] of series.entries()) {
      if (names.has(name)) refuse(ctx, ["series", index, "name"], "is the name of an earlier series too");
      names.add(name);
      if (JSON.stringify(data.map(({ label }) => label).sort()) !== labels)
        refuse(ctx, ["series", index, "data"], "must hold one point for each category");
    }
  });

export const DataVisualization = z.strictObject({
  type: z.literal("data_visualization"),
  ...identified,
  title: words(50),
  chart: z.discriminatedUnion("type", [Pie, Plot], { error: forWrongType(notCovered) }),
});
