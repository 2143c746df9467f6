import type { Inquiry, InquiryTemplate } from "@/api/generated/persona/types.gen";
import type { TemplateSettings } from "../core/hidden";
import { link, type AnyReport, type AnyVerification } from "../core/resources";
import type { World } from "../core/world";

/** All inquiries of an account, newest first. */
export function inquiriesOf(world: World, accountId: string): Inquiry[] {
  const found: Inquiry[] = [];
  for (const inquiry of world.tables.inquiries.candidates({ accountIds: [accountId] })) {
    if (inquiry.relationships.account.data?.id === accountId) found.push(inquiry);
  }
  return found;
}

/** All inquiries with a reference ID, whatever its letter case, newest first. */
export function inquiriesOfReference(world: World, referenceId: string): Inquiry[] {
  const wanted = referenceId.toLowerCase();
  return [...world.tables.inquiries.newestFirst()].filter(({ attributes }) => attributes.referenceId?.toLowerCase() === wanted);
}

/** The relationships that verifications and documents take over from their inquiry. */
export function pinnedTo(inquiry: Inquiry) {
  const { inquiryTemplate, inquiryTemplateVersion, template, transaction } = inquiry.relationships;
  return { inquiry: link(inquiry), inquiryTemplate, inquiryTemplateVersion, template, transaction };
}

/** The template of an inquiry; undefined for legacy templates. */
export function templateOf(world: World, inquiry: Inquiry): InquiryTemplate | undefined {
  const id = inquiry.relationships.inquiryTemplate.data?.id;
  return id === undefined ? undefined : world.tables.inquiryTemplates.get(id);
}

/** The hidden settings of an inquiry's template, new or legacy. */
export function settingsOf(world: World, inquiry: Inquiry): TemplateSettings {
  const { inquiryTemplate, template } = inquiry.relationships;
  return world.hidden.templates.need(inquiryTemplate.data?.id ?? template.data?.id ?? "");
}

/** The verifications of an inquiry, in the order they were made. */
export function verificationsOf(world: World, inquiry: Inquiry): AnyVerification[] {
  return inquiry.relationships.verifications.data.flatMap(({ id }) => world.tables.verifications.get(id) ?? []);
}

/** The reports of an inquiry, in the order they were made. */
export function reportsOf(world: World, inquiry: Inquiry): AnyReport[] {
  return inquiry.relationships.reports.data.flatMap(({ id }) => world.tables.reports.get(id) ?? []);
}
