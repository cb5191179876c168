import type { PlanBlock, TaskCardBlock } from "@slack/types";
import { Link } from "./inline-text.tsx";
import { RichText } from "./rich-text.tsx";

const states = { pending: "Waiting", in_progress: "Working", complete: "Done", error: "Failed" } as const;

/** Something that an app is at, step by step. */
export function Plan({ block }: { block: PlanBlock }) {
  return (
    <section class="kit-container">
      <div class="kit-card-title">{block.title}</div>
      <ol class="kit-tasks">
        {block.tasks?.map((task) => (
          <li>
            <TaskCard block={task as TaskCardBlock} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function TaskCard({ block }: { block: TaskCardBlock }) {
  const { title, status, details, output, sources } = block;
  return (
    <div class={`kit-task is-${status}`}>
      <span class="kit-task-sign" aria-hidden="true" />
      <div class="kit-task-words">
        <div>
          {title} <span class="kit-about">{states[status] ?? status}</span>
        </div>
        {details && <RichText block={details} />}
        {output && <RichText block={output} />}
        {sources && (
          <p class="kit-context">
            {sources.map(({ url, text }) => (
              <Link url={url}>{text}</Link>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
