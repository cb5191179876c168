import type { DataTableBlock, TableBlock } from "@slack/types";
import { useState } from "preact/hooks";
import { RichText } from "./rich-text.tsx";
import { wordsOf } from "./rich-words.ts";

type Cell = TableBlock["rows"][number][number];

/** A plain table; its first row is its head. */
export function Table({ block }: { block: TableBlock }) {
  const [head = [], ...rows] = block.rows;
  const lookOf = (column: number) => {
    const { align = "left", is_wrapped: isWrapped = false } = block.column_settings?.[column] ?? {};
    return `is-${align}${isWrapped ? " is-wrapped" : ""}`;
  };
  return (
    <div class="kit-table-frame">
      <table class="kit-table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={lookOf(column)}>
                <Words cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, column) => (
                <td class={lookOf(column)}>
                  <Words cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Order {
  column: number;
  isDown: boolean;
}

/** A table to sort and to turn the pages of. */
export function DataTable({ block }: { block: DataTableBlock }) {
  const [order, setOrder] = useState<Order>();
  const [asked, setPage] = useState(0);
  const { caption, page_size: size = 5, row_header_column_index: nameColumn = 0 } = block;
  const [head = [], ...rows] = block.rows;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages - 1);
  const shown = sorted(rows, order).slice(page * size, (page + 1) * size);

  return (
    <div class="kit-table-frame">
      <table class="kit-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => {
              const isSorted = order?.column === column;
              const isDown = isSorted && order.isDown;
              return (
                <th scope="col" aria-sort={isSorted ? (isDown ? "descending" : "ascending") : undefined}>
                  <button
                    type="button"
                    class="kit-sort"
                    onClick={() => setOrder({ column, isDown: isSorted && !isDown })}
                  >
                    {wordsIn(cell)} <span aria-hidden="true">{isSorted ? (isDown ? "↓" : "↑") : ""}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells) => (
            <tr>
              {cells.map((cell, column) =>
                column === nameColumn ? (
                  <th scope="row">
                    <Words cell={cell} />
                  </th>
                ) : (
                  <td class={cell.type === "raw_number" ? "is-right" : undefined}>
                    <Words cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <div class="kit-row kit-turning">
          <button
            type="button"
            class="kit-button is-small"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            Previous rows
          </button>
          <span class="kit-about" role="status">
            {page * size + 1}–{Math.min((page + 1) * size, rows.length)} of {rows.length}
          </span>
          <button
            type="button"
            class="kit-button is-small"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            Next rows
          </button>
        </div>
      )}
    </div>
  );
}

function Words({ cell }: { cell: Cell }) {
  if (cell.type === "rich_text") return <RichText block={cell} />;
  return wordsIn(cell);
}

function wordsIn(cell: Cell): string {
  return cell.type === "rich_text" ? wordsOf(cell) : (cell.text ?? String("value" in cell ? cell.value : ""));
}

/** Numbers by size, words by the alphabet. */
function sorted(rows: readonly Cell[][], order: Order | undefined): readonly Cell[][] {
  if (order === undefined) return rows;
  const { column, isDown } = order;
  const compared = rows.toSorted((one, other) => compare(one[column], other[column]));
  return isDown ? compared.reverse() : compared;
}

function compare(one: Cell | undefined, other: Cell | undefined): number {
  if (one?.type === "raw_number" && other?.type === "raw_number") return one.value - other.value;
  if (one === undefined || other === undefined) return 0;
  return wordsIn(one).localeCompare(wordsIn(other), "en", { numeric: true });
}
