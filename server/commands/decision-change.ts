import type { Difference } from "@/domain/inquiry-seen";
import { timestamp } from "../db/sql-time";
import type { DecisionState } from "./decision-row";

/** What becomes another value in a row; times in ms. */
export type DecisionChange = {
  readonly state?: DecisionState;
  readonly isOpen?: boolean;
  readonly sendsAt?: number | null;
  readonly pausedAt?: number | null;
  readonly holder?: string | null;
  readonly leaseUntil?: number | null;
  readonly tries?: number;
  readonly statusAfter?: string | null;
  readonly why?: string | null;
  readonly difference?: readonly Difference[];
  readonly lacks?: "second-person";
  readonly tagsDue?: readonly string[];
};

const columns: Readonly<Record<keyof DecisionChange, readonly [column: string, cast: string]>> = {
  state: ["state", "text"],
  isOpen: ["is_open", "boolean"],
  sendsAt: ["sends_at", "timestamptz"],
  pausedAt: ["paused_at", "timestamptz"],
  holder: ["holder", "uuid"],
  leaseUntil: ["lease_until", "timestamptz"],
  tries: ["tries", "integer"],
  statusAfter: ["status_after", "text"],
  why: ["why", "text"],
  difference: ["difference", "text::json"],
  lacks: ["lacks", "text"],
  tagsDue: ["tags_due", "text[]"],
};

const isKey = (key: string): key is keyof DecisionChange => Object.hasOwn(columns, key);

/**
 * The `set` of an update.
 * @param first the number of the first parameter that is free
 * @returns the clause, and the values of its parameters
 */
export function settersOf(change: DecisionChange, first: number): { readonly clause: string; readonly values: readonly unknown[] } {
  const entries = Object.entries(change).flatMap(([key, value]) =>
    isKey(key) ? [{ column: columns[key], value: stored(key, value) }] : [],
  );
  return {
    clause: entries.map(({ column: [name, cast] }, index) => `${name} = $${first + index}::${cast}`).join(", "),
    values: entries.map(({ value }) => value),
  };
}

function stored(key: keyof DecisionChange, value: unknown): unknown {
  if (key === "difference") return JSON.stringify(value);
  return typeof value === "number" && columns[key][1] === "timestamptz" ? timestamp(value) : value;
}
