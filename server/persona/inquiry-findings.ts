import { z } from "zod";
import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import { relatedId } from "./resources/read-document";
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
  /** Whether a report has a match. */
  readonly hasMatch?: boolean | undefined;
};

const verificationSchema = z.object({ checks: z.array(z.looseObject({ status: z.string() })) });
const reportSchema = z.object({ hasMatch: z.boolean().nullish() });

/**
 * What the resources of one answer or event tell of an inquiry among them. Counts are of all its verifications, or there are none: half of
 * them would look like all. The same holds for its reports.
 */
export function findingsOf(inquiry: Resource, resources: readonly Resource[]): InquiryFindings {
  const allRelated = (name: string): Resource[] | undefined => {
    const related = inquiry.relationships?.[name]?.data.map(({ id }) => resources.find((resource) => resource.id === id));
    return related?.every((one) => one !== undefined) ? related : undefined;
  };
  const verifications = allRelated("verifications");
  return {
    checks: verifications && countsOf(verifications),
    hasMatch: allRelated("reports")?.some((report) => matchOf(report) === true),
  };
}

const matchOf = (report: Resource) => reportSchema.safeParse(report.attributes).data?.hasMatch;

/** @returns undefined where the checks of one of them can't be read */
function countsOf(verifications: readonly Resource[]): CheckCounts | undefined {
  const read = verifications.map(({ attributes }) => verificationSchema.safeParse(attributes).data?.checks);
  if (read.includes(undefined)) return undefined;
  const statuses = read.flatMap((checks) => checks ?? []).map(({ status }) => status);
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { passed: count("passed"), failed: count("failed"), notApplicable: count("not_applicable") };
}

/** Which inquiries have a report with a match, as reports tell that came without their inquiry. */
export const matchesIn = (resources: readonly Resource[]): string[] =>
  resources
    .filter((resource) => resource.type.startsWith("report/") && matchOf(resource) === true)
    .flatMap((report) => relatedId(report, "inquiry") ?? []);

// In the order of IDs, so that two statements never wait for each other crosswise. What was told later holds.
const noteStatement = `
with matched as (
  select inquiry_id from inquiry_states
  where inquiry_id in (select jsonb_array_elements_text($1::jsonb)) and (match_told_at, has_match) is distinct from ($2::timestamptz, true)
    and (match_told_at is null or match_told_at <= $2::timestamptz)
  order by inquiry_id for update
)
update inquiry_states set match_told_at = $2::timestamptz, has_match = true where inquiry_id in (select inquiry_id from matched)`;

/** Locks inquiries that are known, for who changes some of them in several statements: in the order in which everybody does. */
export async function lockInquiries(db: Queryable, inquiryIds: readonly string[]): Promise<void> {
  await db.query(
    "select from inquiry_states where inquiry_id in (select jsonb_array_elements_text($1::jsonb)) order by inquiry_id for update",
    [JSON.stringify(inquiryIds)],
  );
}

/** Writes down that inquiries, of those that are known, have a match. @param toldAt when it was so, ms */
export async function noteMatches(db: Queryable, inquiryIds: readonly string[], toldAt: number): Promise<void> {
  if (inquiryIds.length > 0) await db.query(noteStatement, [JSON.stringify(inquiryIds), timestamp(toldAt)]);
}
