import { mutationOptions } from "@tanstack/react-query";
import { requestFile } from "../client";
import { deskClient } from "../desk-client";
import { exportIndexedInquiries } from "../generated/desk/sdk.gen";
import type { IndexFilters, IndexSort } from "./index-page";
import { indexFilterQuery } from "./queries";

/** What is exported, and how far that is. */
export type InquiryExport = {
  filters: IndexFilters;
  /** `-created-at`, the newest first, without one. */
  sort: IndexSort | `-${IndexSort}` | undefined;
  /** Ends it before its end. */
  signal: AbortSignal;
  /** Told as lines come: how many there are, of how many. */
  onProgress: (progress: ExportProgress) => void;
};

export type ExportProgress = { rows: number; of: number };

export type InquiryFile = {
  file: Blob;
  /** How many inquiries it holds, and how many fit: fewer where there are more than one file may hold. */
  rows: number;
  total: number;
};

/**
 * All inquiries of the index that the filters let through, in the order of the list, as CSV (RFC 4180 with a header line). Exporting is
 * recorded in the audit log.
 * Source: openapi/desk.yaml, GET /desk/v1/inquiries.csv
 * @throws ApiError, 409 until the index is whole; the reason of `signal` where that ended it
 */
export const exportInquiriesMutation = () =>
  mutationOptions({
    meta: { invalidates: ["audit-entry"] },
    mutationFn: async ({ filters, sort, signal, onProgress }: InquiryExport): Promise<InquiryFile> => {
      const query = { filter: indexFilterQuery(filters), sort };
      // the head of the file is a line as well
      let rows = -1;
      const { data, headers } = await requestFile(
        () => exportIndexedInquiries({ client: deskClient, query, signal }),
        "text/csv",
        ({ part, headers: told }) => {
          const of = Number(told.get("Desk-Rows"));
          rows += linesIn(part);
          onProgress({ rows: Math.min(Math.max(rows, 0), of), of });
        },
      );
      return { file: data, rows: Number(headers.get("Desk-Rows")), total: Number(headers.get("Desk-Rows-Total")) };
    },
  });

const lineFeed = 10;
/** A cell may hold one as well: good enough for how far it is, not for how many there are. */
const linesIn = (part: Uint8Array) => part.reduce((lines, byte) => (byte === lineFeed ? lines + 1 : lines), 0);
