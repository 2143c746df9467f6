import { z } from "zod";
import { readInquiryStatus } from "@/domain/inquiry-status";
import { referenceKey } from "@/domain/reference-id";
import { timestamp } from "../db/sql-time";
import { instantSchema } from "../http/read-query";
import { postponedIds } from "../postponements/in-force";
import { lookedAtIds } from "../second-looks/second-look-row";

const mostValues = 100;

/** Several values, comma-separated. */
const list = z
  .string()
  .transform((text) => [...new Set(text.split(",").flatMap((part) => part.trim() || []))])
  .refine((all) => all.length > 0 && all.length <= mostValues, `has to hold 1 to ${mostValues} values`);
const values = list.optional();
const one = z.string().trim().min(1, "is empty").optional();
const yesOrNo = z
  .enum(["true", "false"], "has to be true or false")
  .transform((text) => text === "true")
  .optional();
const instant = instantSchema.optional();

/** openapi/desk.yaml, InquiryFilter. */
export const inquiryFilterSchema = z
  .strictObject({
    "inquiry-id": values,
    status: list.transform((statuses) => statuses.map((status) => readInquiryStatus(status) ?? status)).optional(),
    "inquiry-template-id": values,
    "inquiry-template-version-id": values,
    "account-id": values,
    "reference-id": values,
    tag: values,
    "claimed-by": one,
    snoozed: yesOrNo,
    "second-look": yesOrNo,
    "decided-by": one,
    reason: one,
    matches: yesOrNo,
    redacted: yesOrNo,
    "created-at-start": instant,
    "created-at-end": instant,
    "updated-at-start": instant,
    "updated-at-end": instant,
    "decisioned-at-start": instant,
    "decisioned-at-end": instant,
    "expires-at-start": instant,
    "expires-at-end": instant,
    "status-since-start": instant,
    "status-since-end": instant,
  })
  .prefault({});
export type InquiryFilter = z.infer<typeof inquiryFilterSchema>;

/** Makes a value a parameter. @returns its place in the statement */
type Parameter = (value: unknown) => string;

/** One value is compared as such: an index that goes on in the order of the list is of use then. */
const anyOf = (column: string, wanted: readonly string[], parameter: Parameter) =>
  wanted.length === 1 ? `${column} = ${parameter(wanted[0])}` : `${column} = any(${parameter(wanted)}::text[])`;

/** Looked up first, so that nobody walks through all inquiries to find a few. */
const amongst = (rows: string) => `inquiry_id = any(array(select distinct inquiry_id from ${rows}))`;

/** There are few that are. */
const snoozedOrNot = (isWanted: boolean, now: string) =>
  isWanted ? amongst(`(${postponedIds(now)}) as snoozed`) : `inquiry_id not in (${postponedIds(now)})`;

const times = {
  "created-at": "created_at",
  "updated-at": "persona_updated_at",
  "decisioned-at": "decisioned_at",
  "expires-at": "expires_at",
  "status-since": "status_since",
} as const;

/**
 * What an inquiry has to fit, as conditions on `inquiry_states`.
 * @param now ms
 */
export function conditionsOf(filter: InquiryFilter, parameter: Parameter, now: number): string[] {
  const lists = {
    inquiry_id: filter["inquiry-id"],
    status: filter.status,
    inquiry_template_id: filter["inquiry-template-id"],
    inquiry_template_version_id: filter["inquiry-template-version-id"],
    account_id: filter["account-id"],
    reference_key: filter["reference-id"]?.map(referenceKey),
  };
  const { tag, matches, redacted, reason, snoozed } = filter;
  const looked = filter["second-look"];
  const [claimedBy, decidedBy] = [filter["claimed-by"], filter["decided-by"]];
  const conditions: (string | undefined)[] = [
    ...Object.entries(lists).map(([column, wanted]) => wanted && anyOf(column, wanted, parameter)),
    // the second half is what the index of tags holds
    tag && `(tags && ${parameter(tag)}::text[] and tags <> '{}')`,
    claimedBy && amongst(`claims where user_id = ${parameter(claimedBy)} and expires_at > ${parameter(timestamp(now))}::timestamptz`),
    snoozed === undefined ? undefined : snoozedOrNot(snoozed, `${parameter(timestamp(now))}::timestamptz`),
    looked === undefined ? undefined : looked ? amongst(`(${lookedAtIds}) as looked_at`) : `inquiry_id not in (${lookedAtIds})`,
    decidedBy && amongst(`decisions where state = 'confirmed' and by_id = ${parameter(decidedBy)}`),
    reason && amongst(`decisions where state = 'confirmed' and reason_ids ? ${parameter(reason)}`),
    matches === undefined ? undefined : matches ? "has_match" : "has_match = false",
    redacted === undefined ? undefined : redacted ? "redacted" : "not redacted",
  ];
  // keys of an object of ours
  for (const [name, column] of Object.entries(times) as [keyof typeof times, string][]) {
    const [start, end] = [filter[`${name}-start`], filter[`${name}-end`]];
    if (start !== undefined) conditions.push(`${column} >= ${parameter(timestamp(start))}::timestamptz`);
    if (end !== undefined) conditions.push(`${column} <= ${parameter(timestamp(end))}::timestamptz`);
  }
  return conditions.flatMap((condition) => condition ?? []);
}

/** Whether the tally by status and template tells how many fit. */
export const isTallied = (filter: InquiryFilter): boolean =>
  Object.entries(filter).every(([name, wanted]) => wanted === undefined || name === "status" || name === "inquiry-template-id");

/**
 * A filter as the audit log keeps it. Of reference IDs only how many there were: they are of persons, and what stands in the log's details
 * can't be erased with them.
 */
export const filterAsRecorded = (filter: InquiryFilter): string =>
  Object.entries(filter)
    .flatMap(([name, wanted]) => {
      if (wanted === undefined) return [];
      if (name === "reference-id" && Array.isArray(wanted)) return `${name}: ${wanted.length}`;
      const isTime = typeof wanted === "number";
      return `${name}: ${isTime ? timestamp(wanted) : Array.isArray(wanted) ? wanted.join(", ") : String(wanted)}`;
    })
    .join("; ");
