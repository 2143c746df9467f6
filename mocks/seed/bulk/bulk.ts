import type { InquiryTemplateVersion } from "@/api/generated/persona/types.gen";
import { defaultAccountTypeId } from "../../world/account/accounts";
import { millis } from "../../world/core/time";
import type { World } from "../../world/core/world";
import type { AttemptContext } from "../attempts/attempt";
import type { TemplateIds } from "../templates";
import { accountInBlock, accountsPerBlock, type BulkPlan, blockSize, reportsPerBlock } from "./plan";
import { bulkPersonKey, printedOfBulk } from "./printed-bulk";

/** A plan, and what of the world its rows point to. */
export type Bulk = {
  plan: BulkPlan;
  world: World;
  templates: TemplateIds;
  /** User ids of those who review. */
  reviewers: string[];
  accountTypeId: string;
  versions: Map<string, { id: string; publishedAt: number }[]>;
};

export function bulkOf(world: World, plan: BulkPlan, templates: TemplateIds): Bulk {
  const reviewers = [...world.tables.users.newestFirst()].slice(-3).map(({ id }) => id);
  const versions = new Map<string, { id: string; publishedAt: number }[]>();
  for (const version of world.tables.inquiryTemplateVersions.newestFirst()) {
    const publishedAt = publishedAtOf(version);
    if (publishedAt === undefined) continue;
    const templateId = version.relationships.inquiryTemplate.data.id;
    versions.set(templateId, [...(versions.get(templateId) ?? []), { id: version.id, publishedAt }]);
  }
  return { plan, world, templates, reviewers, accountTypeId: defaultAccountTypeId(world), versions };
}

const publishedAtOf = (version: InquiryTemplateVersion) => millis(version.attributes.publishedAt);

/** The version that was live at a time (newest first in the list); the oldest one for times before any. */
export function versionAt({ versions }: Bulk, templateId: string, at: number): string {
  const published = versions.get(templateId) ?? [];
  return (published.find((version) => version.publishedAt <= at) ?? published.at(-1))?.id ?? "";
}

/** Whose papers the inquiries of an account show. */
export function contextOfAccount({ plan }: Bulk, account: number): AttemptContext {
  const person = bulkPersonKey(plan.seedCode, account);
  const printed = printedOfBulk(person);
  if (printed === undefined) throw new Error(`${person} is no key of the bulk`);
  return { person, printed, today: plan.today, files: plan.files };
}

/** The inquiries of an account, newest first. */
export function inquiriesOf(account: number): number[] {
  const place = account % accountsPerBlock;
  const block = ((account - place) / accountsPerBlock) * blockSize;
  return accountInBlock.flatMap((owner, inquiry) => (owner === place ? [block + inquiry] : []));
}

/** The inquiry an account was made with. */
export function oldestInquiryOf(account: number): number {
  // Every account has one.
  return inquiriesOf(account).at(-1)!;
}

/** The one report of an inquiry, as a number; undefined for those without. */
export function reportOf(inquiry: number): number | undefined {
  const place = inquiry % blockSize;
  return place < reportsPerBlock ? ((inquiry - place) / blockSize) * reportsPerBlock + place : undefined;
}

/** The inquiry of a report. */
export function inquiryOfReport(report: number): number {
  const place = report % reportsPerBlock;
  return ((report - place) / reportsPerBlock) * blockSize + place;
}
