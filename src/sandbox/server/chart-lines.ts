import { z } from "zod";

const Point = z.looseObject({ label: z.string(), value: z.number() });

const Chart = z.looseObject({
  title: z.string(),
  chart: z.looseObject({
    segments: z.array(Point).default([]),
    series: z.array(z.looseObject({ name: z.string(), data: z.array(Point) })).default([]),
  }),
});

/** A chart as its title and its numbers. */
export function chartLines(block: unknown): string[] {
  const { title, chart } = Chart.parse(block);
  const inWords = (points: z.infer<typeof Point>[]) =>
    points.map(({ label, value }) => `${label} ${value}`).join(" · ");
  return [
    title,
    ...(chart.segments.length > 0 ? [inWords(chart.segments)] : []),
    ...chart.series.map(({ name, data }) => `${name}: ${inWords(data)}`),
  ];
}
