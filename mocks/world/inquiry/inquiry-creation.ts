import type { Inquiry } from "@/api/generated/persona/types.gen";
import { chooseAccount, takeAccount } from "../account/account-choice";
import { creatorOf, type Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { emit } from "../core/events";
import { blankFields, withFieldValues } from "./fields";
import type { ExpirationWindows, InquiryHidden, TemplateSettings } from "../core/hidden";
import type { CreateInquiryInput, CreateInquiryMeta } from "./inquiry-input";
import { watchInquiry } from "./inquiry-expiry";
import { addLink, answer } from "../session/links";
import { operation } from "../core/operation";
import { unprocessable } from "../core/refusal";
import { linkOrNull } from "../core/resources";
import { addSession, tokenOf } from "../session/sessions";
import { assertTagsAllowed, distinct, registerTags } from "../tag/tag-registry";
import { chooseTemplate } from "./template-choice";
import { iso, second } from "../core/time";
import type { World } from "../core/world";

export type CreatedInquiry = {
  inquiry: Inquiry;
  /** The three are null when not asked for (spec: `meta` of the answer has all keys). */
  sessionToken: string | null;
  oneTimeLink: string | null;
  oneTimeLinkShort: string | null;
};

/**
 * Creates an inquiry, pinned to a template version, with or without an account, a session and a one-time link (spec: POST /inquiries).
 * @throws Refusal as `chooseTemplate` and `chooseAccount`; 422 for fields the template lacks, windows that are no positive integers, an unknown
 *   first step, too many tags, or a template with too few sessions for what was asked
 */
export const createInquiry = operation((world: World, input: CreateInquiryInput, actor: Actor): CreatedInquiry => {
  const { attributes, meta = {} } = input;
  const template = chooseTemplate(world, attributes);
  const accountChoice = chooseAccount(world, input);
  const fields = withFieldValues(blankFields(template.inquiryTemplate), attributes.fields ?? {}, template.inquiryTemplate);
  const windows = windowsWith(template.settings.windows, meta);
  const nextStepName = firstStep(template.settings, attributes.initialStepName);
  const tags = distinct((attributes.tags ?? []).filter((tag) => tag !== null));
  assertTagsAllowed(world, tags);
  const sessionsWanted = Number(meta.autoCreateInquirySession === true) + Number(meta.autoCreateOneTimeLink === true);
  if (sessionsWanted > template.settings.sessionCap) throw unprocessable("Inquiry template allows too few sessions");

  registerTags(world, tags);
  const account = takeAccount(world, accountChoice);
  const now = world.clock.now();
  const inquiry = world.tables.inquiries.add({
    type: "inquiry",
    id: world.id("inq_"),
    attributes: {
      status: "created",
      referenceId: account?.attributes.referenceId ?? null,
      note: attributes.note ?? null,
      behaviors: {},
      tags,
      creator: attributes.creatorEmailAddress ?? creatorOf(actor),
      reviewerComment: null,
      createdAt: iso(now),
      updatedAt: iso(now),
      startedAt: null,
      expiresAt: iso(now + windows.afterCreateSeconds * second),
      completedAt: null,
      failedAt: null,
      markedForReviewAt: null,
      decisionedAt: null,
      expiredAt: null,
      redactedAt: null,
      previousStepName: null,
      nextStepName,
      fields,
    },
    relationships: {
      account: linkOrNull(account),
      template: linkOrNull(template.legacyTemplate),
      inquiryTemplate: linkOrNull(template.inquiryTemplate),
      inquiryTemplateVersion: linkOrNull(template.inquiryTemplateVersion),
      transaction: { data: null },
      reviewer: { data: null },
      reports: { data: [] },
      verifications: { data: [] },
      documents: { data: [] },
      selfies: { data: [] },
      sessions: { data: [] },
    },
  });
  const redirectUri = attributes.redirectUri ?? null;
  world.hidden.inquiries.set(inquiry.id, { windows, createdVia: wayIn(actor), redirectUri, reportPlans: {}, redacting: false });
  emit(world, "inquiry.created", inquiry);
  watchInquiry(world, inquiry);
  recordUserAudit(world, { method: "POST", path: "/dashboard/inquiries", inquiryId: inquiry.id }, actor);

  const sessionToken = meta.autoCreateInquirySession === true ? tokenOf(world, addSession(world, inquiry)) : null;
  const link = meta.autoCreateOneTimeLink === true ? answer(addLink(world, inquiry, addSession(world, inquiry))) : undefined;
  return { inquiry, sessionToken, oneTimeLink: link?.oneTimeLink ?? null, oneTimeLinkShort: link?.oneTimeLinkShort ?? null };
});

function wayIn(actor: Actor): InquiryHidden["createdVia"] {
  if (actor.type === "user") return "dashboard";
  return actor.type === "end-user" ? "static-link" : "api";
}

function firstStep(settings: TemplateSettings, wanted: string | null | undefined): string {
  if (wanted == null) return "start";
  if (wanted !== "start" && !settings.steps.some((step) => step.name === wanted)) {
    throw unprocessable(`Step ${wanted} is not in the template`, "/data/attributes/initial-step-name");
  }
  return wanted;
}

/** The template's windows with those of this inquiry (spec: `meta` of POST /inquiries). */
function windowsWith(windows: ExpirationWindows, meta: CreateInquiryMeta): ExpirationWindows {
  const seconds = (value: number | null | undefined, parameter: string) => {
    if (value != null && (!Number.isInteger(value) || value <= 0)) {
      throw unprocessable("Interval must be greater than 0 seconds", `/meta/${parameter}`);
    }
    return value ?? undefined;
  };
  return {
    ...windows,
    afterCreateSeconds:
      seconds(meta.expirationAfterCreateIntervalSeconds, "expiration-after-create-interval-seconds") ?? windows.afterCreateSeconds,
    afterStartSeconds:
      seconds(meta.expirationAfterStartIntervalSeconds, "expiration-after-start-interval-seconds") ?? windows.afterStartSeconds,
    afterResumeSeconds:
      seconds(meta.expirationAfterResumeIntervalSeconds, "expiration-after-resume-interval-seconds") ?? windows.afterResumeSeconds,
    deviceHandoffSeconds: seconds(meta.oneTimeLinkExpirationSeconds, "one-time-link-expiration-seconds") ?? windows.deviceHandoffSeconds,
  };
}
