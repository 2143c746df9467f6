import { z } from "zod";
import { hasStandingMatch } from "@/domain/reports/report-match";
import type { Queryable } from "../db/database";
import { flatReport, relatedId } from "./resources/read-document";
import type { Resource } from "./resources/schemas";

/** How many checks of an inquiry came to what. */
type CheckCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
};

/** What the checks and reports of an inquiry came to, as far as one answer or event tells. */
export type InquiryFindings = {
  readonly checks?: CheckCounts | undefined;
  /** Of each report, by its ID, whether it has a match that stands. */
  readonly reportMatches?: Readonly<Record<string, boolean>> | undefined;
};

/** What a report that came without its inquiry says of it. */
export type ReportMatch = { readonly inquiryId: string; readonly reportId: string; readonly isMatch: boolean };

const verificationSchema = z.object({ checks: z.array(z.looseObject({ status: z.string() })) });

/**
 * What the resources of one answer or event tell of an inquiry among them. Counts are of all its verifications, or there are none: half of
 * them would look like all. The same holds for its reports.
 */
export function findingsOf(inquiry: Resource, resources: readonly Resource[]): InquiryFindings {
  const allRelated = (name: string): Resource[] | undefined => {
    const related = inquiry.relationships?.[name]?.data.map(({ id }) => resources.find((resource) => resource.id === id));
    return related?.every((one) => one !== undefined) ? related : undefined;
  };
  const [verifications, reports] = [allRelated("verifications"), allRelated("reports")];
  return {
    checks: verifications && countsOf(verifications),
    reportMatches: reports && Object.fromEntries(reports.flatMap((one) => (one.id === undefined ? [] : [[one.id, matchOf(one) === true]]))),
  };
}

/** By the rule that screens and decisions go by: what was dismissed, or cleared by review, is no match any more. Null where it is not told. */
function matchOf(resource: Resource): boolean | null {
  const report = flatReport(resource);
  return hasStandingMatch(report) ?? (report.hasMatch === false ? false : null);
}

/** @returns undefined where the checks of one of them can't be read */
function countsOf(verifications: readonly Resource[]): CheckCounts | undefined {
  const read = verifications.map(({ attributes }) => verificationSchema.safeParse(attributes).data?.checks);
  if (read.includes(undefined)) return undefined;
  const statuses = read.flatMap((checks) => checks ?? []).map(({ status }) => status);
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { passed: count("passed"), failed: count("failed"), notApplicable: count("not_applicable") };
}

/** What reports that came without their inquiry say of whether they have a match. */
export const matchesIn = (resources: readonly Resource[]): ReportMatch[] =>
  resources.flatMap((resource) => {
    const isReport = resource.type.startsWith("report/") && resource.id !== undefined;
    const [inquiryId, isMatch] = isReport ? [relatedId(resource, "inquiry"), matchOf(resource)] : [];
    return inquiryId && typeof isMatch === "boolean" ? [{ inquiryId, reportId: resource.id ?? "", isMatch }] : [];
  });

/** As the table keeps them, by the ID of the report. @param toldAt ms */
export const matchColumn = (matches: Readonly<Record<string, boolean>>, toldAt: number) =>
  Object.fromEntries(Object.entries(matches).map(([reportId, match]) => [reportId, { at: toldAt, match }]));

// In the order of IDs, so that two statements never wait for each other crosswise.
const noteStatement = `
with told as (
  select inquiry_id, jsonb_object_agg(report_id, telling) as matches
  from jsonb_to_recordset($1::jsonb) as row_of (inquiry_id text, report_id text, telling jsonb) group by 1
), known as (
  select inquiry_id, report_matches, desk.newer_matches(coalesce(report_matches, '{}'), matches) as newer
  from inquiry_states join told using (inquiry_id) order by inquiry_id for update of inquiry_states
)
update inquiry_states set report_matches = known.newer
from known where inquiry_states.inquiry_id = known.inquiry_id and known.newer is distinct from known.report_matches`;

/** Locks inquiries that are known, for who changes some of them in several statements: in the order in which everybody does. */
export async function lockInquiries(db: Queryable, inquiryIds: readonly string[]): Promise<void> {
  await db.query(
    "select from inquiry_states where inquiry_id in (select jsonb_array_elements_text($1::jsonb)) order by inquiry_id for update",
    [JSON.stringify(inquiryIds)],
  );
}

/** Writes down what was told of single reports, of those inquiries that are known. @param toldAt when it was so, ms */
export async function noteMatches(db: Queryable, matches: readonly ReportMatch[], toldAt: number): Promise<void> {
  if (matches.length === 0) return;
  const rows = matches.map(({ inquiryId, reportId, isMatch }) => ({
    inquiry_id: inquiryId,
    report_id: reportId,
    telling: { at: toldAt, match: isMatch },
  }));
  await db.query(noteStatement, [JSON.stringify(rows)]);
}
