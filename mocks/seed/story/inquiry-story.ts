import { endUser, type Actor } from "../../world/core/actor";
import { assignCase, createCase, setCaseStatus } from "../../world/case/cases";
import { change } from "../../world/core/change";
import { openEmbedded, openLink } from "../../world/session/end-user";
import { emit } from "../../world/core/events";
import { expireInquiry, resumeInquiry } from "../../world/inquiry/inquiry-access";
import { createInquiry } from "../../world/inquiry/inquiry-creation";
import { approveInquiry, declineInquiry, markInquiryForReview } from "../../world/inquiry/inquiry-decisions";
import { updateInquiry } from "../../world/inquiry/inquiries";
import { reportsOf } from "../../world/inquiry/inquiry-lookup";
import { generateOneTimeLink } from "../../world/session/links";
import { redactInquiry } from "../../world/redaction/redaction";
import { dismissReportMatches, runReport } from "../../world/report/report-actions";
import { createReport } from "../../world/report/reports";
import { setTags } from "../../world/tag/tags";
import { second } from "../../world/core/time";
import { startRun } from "../../world/inquiry/workflow-runs";
import type { AttemptContext } from "../attempts/attempt";
import { reportPlan, type ReportOutcome } from "../report-plans";
import { spanMs, type Span } from "../span";
import { actorOf, riskRules, server, type StaffKey } from "../staff";
import type { TemplateKey } from "../templates";
import type { Visit } from "../visits";
import { EndUserStory } from "./end-user-story";
import type { Scene, StoryPerson } from "./scene";

export type InquiryOptions = {
  /** How long before the start it was created. */
  ago: Span;
  template: TemplateKey;
  /** Who made it: the company's server (default), a member, or the person through a static link or an embedded flow. */
  by?: StaffKey | "server" | "static-link" | "embedded";
  /** Another reference ID than the person's, or null for none. */
  referenceId?: string | null;
  account?: "none";
  note?: string;
  tags?: string[];
  windows?: { afterCreate?: Span; afterStart?: Span; afterResume?: Span };
  /** Reports that do not come back clean. */
  reports?: Partial<Record<string, ReportOutcome>>;
  /** The name is entered in the country's own script. */
  nativeName?: boolean;
};

/** One inquiry, from its creation to whatever became of it: what the person, the staff and the workflow do. */
export class InquiryStory extends EndUserStory {
  readonly #key: string;
  #token = "";
  #oneTimeLink = "";

  constructor(scene: Scene, person: StoryPerson, name: string, options: InquiryOptions) {
    const context = contextOf(scene, person, options);
    super(scene, context, `${person.key}/${name}`, scene.start - spanMs(options.ago));
    this.#key = person.key;
    this.tell("0s", () => this.#create(person, options));
  }

  /** Somebody with the token of a resume opens the inquiry with it. */
  opensResumed(after: Span, device: Visit): this {
    return this.tell(after, () => this.enter(openEmbedded(this.world, { inquiryId: this.inquiryId, sessionToken: this.#token, device })));
  }

  /** Opens the one-time link made last. */
  opensLink(after: Span, device: Visit): this {
    return this.tell(after, () => this.enter(openLink(this.world, { link: this.#oneTimeLink, device })));
  }

  link(after: Span, by: StaffKey): this {
    return this.tell(after, () => {
      this.#oneTimeLink = generateOneTimeLink(this.world, { inquiryId: this.inquiryId }, actorOf(by)).oneTimeLink;
    });
  }

  resumes(after: Span, by: StaffKey | "server"): this {
    return this.tell(after, () => {
      this.#token = resumeInquiry(this.world, { inquiryId: this.inquiryId }, this.#actor(by)).sessionToken;
    });
  }

  expires(after: Span, by: StaffKey): this {
    return this.tell(after, () => void expireInquiry(this.world, { inquiryId: this.inquiryId }, actorOf(by)));
  }

  approves(after: Span, by: StaffKey, comment?: string): this {
    return this.tell(after, () => void approveInquiry(this.world, { inquiryId: this.inquiryId, comment }, actorOf(by)));
  }

  declines(after: Span, by: StaffKey, comment: string): this {
    return this.tell(after, () => void declineInquiry(this.world, { inquiryId: this.inquiryId, comment }, actorOf(by)));
  }

  marksForReview(after: Span, by: StaffKey | "workflow"): this {
    return this.tell(after, () => void markInquiryForReview(this.world, { inquiryId: this.inquiryId }, this.#actor(by)));
  }

  redacts(after: Span, by: StaffKey): this {
    return this.tell(after, () => void redactInquiry(this.world, { inquiryId: this.inquiryId }, actorOf(by)));
  }

  note(after: Span, note: string): this {
    return this.tell(after, () => void updateInquiry(this.world, { inquiryId: this.inquiryId, attributes: { note } }, actorOf("jonas")));
  }

  tags(after: Span, tagNames: string[]): this {
    return this.tell(after, () => void setTags(this.world, { type: "inquiry", id: this.inquiryId, tagNames }, actorOf("jonas")));
  }

  behaves(after: Span, behaviors: Record<string, unknown>): this {
    return this.tell(after, () => change(this.world, this.inquiry, { behaviors }));
  }

  /** An event that changes nothing. */
  event(after: Span, name: string): this {
    return this.tell(after, () => void emit(this.world, name, this.inquiry));
  }

  /** A status and an event of tomorrow. */
  becomes(after: Span, status: string, event: string): this {
    return this.tell(after, () => {
      change(this.world, this.inquiry, { status, expiresAt: null });
      emit(this.world, event, this.inquiry);
    });
  }

  /** A report somebody asked for, beside those of the template. */
  ordersReport(after: Span, kind: string, outcome: ReportOutcome, by: StaffKey): this {
    const plan = reportPlan(kind, outcome, this.context.printed);
    return this.tell(after, () => void createReport(this.world, { kind, inquiryId: this.inquiryId, plan }, actorOf(by)));
  }

  /** The account is screened from now on, again and again, whatever becomes of the inquiry. */
  screensAccount(after: Span, outcome: ReportOutcome, by: StaffKey): this {
    const plan = reportPlan("screening", outcome, this.context.printed);
    return this.tell(after, () => {
      const accountId = this.inquiry.relationships.account.data?.id;
      createReport(this.world, { kind: "screening", accountId, plan, recurring: true }, actorOf(by));
    });
  }

  dismissesMatches(after: Span, by: StaffKey, reason: string): this {
    return this.tell(after, () => {
      for (const report of reportsOf(this.world, this.inquiry)) {
        if (report.attributes.hasMatch) dismissReportMatches(this.world, { reportId: report.id, reason }, actorOf(by));
      }
    });
  }

  rerunsReport(after: Span, kind: string, by: StaffKey): this {
    return this.tell(after, () => {
      const report = reportsOf(this.world, this.inquiry).find((each) => each.type === `report/${kind}`);
      if (report === undefined) throw new Error(`No ${kind} report`);
      runReport(this.world, { reportId: report.id }, actorOf(by));
    });
  }

  opensCase(after: Span, name: string): this {
    return this.tell(after, () => {
      const [caseTemplateId = ""] = this.world.hidden.caseTemplates.keys();
      const { account, verifications } = this.inquiry.relationships;
      const objectIds = [this.inquiryId, ...(account.data === null ? [] : [account.data.id]), ...verifications.data.map(({ id }) => id)];
      createCase(this.world, { caseTemplateId, objectIds, name }, this.#actor("workflow"));
    });
  }

  assignsCase(after: Span, to: StaffKey): this {
    return this.tell(
      after,
      () => void assignCase(this.world, { caseId: this.#caseId(), userEmailAddress: actorOf(to).emailAddress ?? "" }, actorOf("ines")),
    );
  }

  setsCase(after: Span, by: StaffKey, status: string): this {
    return this.tell(after, () => void setCaseStatus(this.world, { caseId: this.#caseId(), status }, actorOf(by)));
  }

  #caseId(): string {
    for (const row of this.world.tables.cases.newestFirst()) {
      if (row.relationships.inquiries.data.some(({ id }) => id === this.inquiryId)) return row.id;
    }
    throw new Error("No case was opened");
  }

  #actor(by: StaffKey | "server" | "workflow"): Actor {
    if (by === "workflow") return startRun(this.world, riskRules);
    return by === "server" ? server : actorOf(by);
  }

  #create(person: StoryPerson, options: InquiryOptions): void {
    const { world, scene, context } = this;
    const { template, by = "server", note, tags = [], windows = {} } = options;
    const referenceId = options.referenceId === undefined ? person.referenceId : options.referenceId;
    const walkedIn = by === "static-link" || by === "embedded";
    const templateId = scene.templates[template] ?? "";
    const seconds = (span: Span | undefined) => (span === undefined ? undefined : spanMs(span) / second);
    const { inquiry } = createInquiry(
      world,
      {
        attributes: {
          ...(template === "legacy" ? { templateId } : { inquiryTemplateId: templateId }),
          note,
          tags,
          // Whoever walks in through a static link has told nothing yet.
          ...(by !== "static-link" && {
            fields: { "name-first": context.printed.first, "name-last": context.printed.last, "email-address": `${this.#key}@example.com` },
          }),
        },
        meta: {
          ...(options.account === "none" ? { autoCreateAccount: false } : { autoCreateAccountReferenceId: referenceId }),
          expirationAfterCreateIntervalSeconds: seconds(windows.afterCreate),
          expirationAfterStartIntervalSeconds: seconds(windows.afterStart),
          expirationAfterResumeIntervalSeconds: seconds(windows.afterResume),
        },
      },
      walkedIn ? endUser : this.#actor(by),
    );
    const hidden = world.hidden.inquiries.need(inquiry.id);
    if (by === "embedded") hidden.createdVia = "embedded";
    for (const [kind, outcome] of Object.entries(options.reports ?? {})) {
      if (outcome !== undefined) hidden.reportPlans[kind] = reportPlan(kind, outcome, context.printed);
    }
    scene.inquiries.set(this.name, inquiry.id);
    scene.people.set(inquiry.id, context);
  }
}

function contextOf(scene: Scene, person: StoryPerson, { nativeName = false }: InquiryOptions): AttemptContext {
  const { nativeFirst, nativeLast, ...latin } = person.printed;
  const printed =
    nativeName && nativeFirst !== undefined && nativeLast !== undefined
      ? { ...latin, first: nativeFirst, last: nativeLast }
      : person.printed;
  return { person: person.key, printed, today: new Date(scene.start).toISOString().slice(0, 10), files: scene.files };
}
