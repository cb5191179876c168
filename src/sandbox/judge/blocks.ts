import { z } from "zod";
import { baseBlocks } from "./base-blocks.ts";
import { Card, Carousel } from "./cards.ts";
import { DataVisualization } from "./charts.ts";
import { Container } from "./container.ts";
import { ContextActionsElement } from "./elements.ts";
import { identified, list } from "./parts.ts";
import { DataTable, Table } from "./tables.ts";
import { Plan, TaskCard } from "./tasks.ts";
import { anyText } from "./text-objects.ts";
import { Video } from "./video.ts";
import { forWrongType, notCovered } from "./words.ts";

const Alert = z.strictObject({
  type: z.literal("alert"),
  ...identified,
  text: anyText(200),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const Markdown = z.strictObject({ type: z.literal("markdown"), ...identified, text: z.string().min(1) });

const ContextActions = z.strictObject({
  type: z.literal("context_actions"),
  ...identified,
  elements: list(ContextActionsElement, { max: 5 }),
});

/** Stands in messages that Slack answers with, for a remote file; nobody may send one. */
const File = z.strictObject({
  type: z.literal("file"),
  ...identified,
  source: z.literal("remote"),
  external_id: z.string().min(1),
});

/** Any block; on which surface it may stand, `placement.ts` knows. */
export const Block = z.discriminatedUnion(
  "type",
  [
    ...baseBlocks,
    Alert,
    Card,
    Carousel,
    Container,
    ContextActions,
    DataTable,
    DataVisualization,
    File,
    Markdown,
    Plan,
    Table,
    TaskCard,
    Video,
  ],
  { error: forWrongType(notCovered) },
);
