import type { Context } from "hono";
import { type CsvColumns, csvHead, csvRow } from "@/lib/csv";
import type { DeskEnv } from "./context";

const pageSize = 500;

/**
 * The first `rows` rows of a list as CSV, read page by page as fast as they are taken: an export never stands in memory as a whole.
 * An error ends the stream as broken, so that a part is never taken for the whole.
 * @param read the rows behind the last one that was read; fewer than `limit`, or none, at the end of the list
 */
export function csvStream<Row>(
  columns: CsvColumns<Row>,
  rows: number,
  read: (limit: number, last: Row | undefined) => Promise<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = rows;
  let last: Row | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvHead(columns))),
    pull: async (controller) => {
      const page = left === 0 ? [] : await read(Math.min(left, pageSize), last);
      if (page.length > 0) controller.enqueue(encoder.encode(page.map((row) => csvRow(columns, row)).join("")));
      left -= page.length;
      last = page.at(-1);
      if (left === 0 || page.length === 0) controller.close();
    },
  });
}

type CsvFile = {
  /** What the list is called in the file's name. */
  readonly list: string;
  /** The day in the file's name, ms. */
  readonly at: number;
  readonly stream: ReadableStream<Uint8Array>;
  /** How many rows it holds, and how many there are. */
  readonly rows: number;
  readonly total: number;
};

/** A file that the browser keeps under a name of the server's. */
export const csvDownload = (c: Context<DeskEnv>, { list, at, stream, rows, total }: CsvFile): Response =>
  c.body(stream, 200, {
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${list}-${new Date(at).toISOString().slice(0, 10)}.csv"`,
    "desk-rows": String(rows),
    "desk-rows-total": String(total),
  });
