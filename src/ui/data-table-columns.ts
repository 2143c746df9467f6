import { type ColumnDef, createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";

export type DataTableColumnMeta = {
  /** In rem. Without one the column takes an equal share of what is left, and never less than `least`. */
  width?: number;
  /** In rem; 8 unless told. Only for a table with one such column: the rest is shared equally. */
  least?: number;
  /** The least frame that has room for it (parts.css): what can be missed on a phone begins at "sm", the rest follows. Always shown without one. */
  from?: "sm" | "md" | "lg" | "xl" | "2xl";
  /** Classes of the cells: it saves an element in each. */
  look?: string;
  /** What its head sorts by where the table can be sorted, in the order that comes first: `-created-at`. */
  sort?: string;
  /** A box to mark the row with, ahead of the cell that heads it. */
  isMark?: boolean;
  /** The whole value is the tooltip of its cell, which shows less of it. */
  isTip?: boolean;
};

/** The server sorts, filters and pages; the table keeps the core only. */
export const dataTableFeatures = tableFeatures({ columnMeta: metaHelper<DataTableColumnMeta>() });

export type DataTableFeatures = typeof dataTableFeatures;

// oxlint-disable-next-line typescript/no-explicit-any -- the value type differs from column to column and is known only to its cell
export type DataTableColumns<Row extends RowData> = readonly ColumnDef<DataTableFeatures, Row, any>[];

export const flexibleColumnWidth = 8;

/** A helper to write the columns of a table of `Row`, at module level: `const column = dataTableColumn<InquiryModel>()`. */
export function dataTableColumn<Row extends RowData>() {
  return createColumnHelper<DataTableFeatures, Row>();
}
