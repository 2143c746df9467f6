/** What the objects' own timestamps tell: all there is once Persona no longer keeps the events. */
import { linkOf, type InquiryFacts, type Link, type SessionFacts } from "@/domain/facts";
import { creationNote, decisionNote, momentKey, reviewerActor } from "@/domain/story/event-moments";
import { happenings, momentOf } from "@/domain/story/story-words";
import type { Subjects } from "@/domain/story/story-subjects";
import type { Moment, StoryInput } from "@/domain/story/story-types";
import { readText, readTime } from "@/lib/read";
import { minute } from "@/lib/time";

type Source = { readonly id?: string | null; readonly type?: string | null };

export function timestampMoments(input: StoryInput, subjects: Subjects): Moment[] {
  const moment = (object: Source, type: string, happening: string, time: unknown, change: Partial<Moment> = {}): Moment[] => {
    const at = readTime(time);
    const known = happenings.get(happening);
    if (at === undefined || !known) return [];
    const subject: Link = { id: readText(object.id) ?? "", type: readText(object.type) ?? type };
    return [
      {
        at,
        key: momentKey(subject.id, happening),
        actor: known.actor,
        ...momentOf(known),
        sentence: known.sentence.replace("{}", () => subjects.nameOf(subject)),
        refs: subject.type === "inquiry" ? [] : [subject],
        eventIds: [],
        source: "timestamp",
        note: subjects.noteOf(subject, happening),
        ...change,
      },
    ];
  };

  return [
    ...inquiryMoments(input.inquiry, moment),
    ...(input.sessions ?? []).flatMap((session) => [
      ...moment(session, "inquiry-session", "inquiry-session.created", madeAt(session), madeHow(session)),
      ...moment(session, "inquiry-session", "inquiry-session.started", session.startedAt),
      ...moment(session, "inquiry-session", "inquiry-session.expired", session.expiredAt),
    ]),
    ...(input.verifications ?? []).flatMap((verification) => [
      ...moment(verification, "verification", "verification.created", verification.createdAt),
      ...moment(verification, "verification", "verification.submitted", verification.submittedAt),
      ...moment(
        verification,
        "verification",
        `verification.${(readText(verification.status) ?? "").replaceAll("_", "-")}`,
        verification.completedAt,
      ),
    ]),
    ...[...(input.documents ?? []), ...(input.selfies ?? [])].flatMap((capture) => [
      ...moment(capture, "document", "capture.created", capture.createdAt),
      ...moment(capture, "document", capture.status === "errored" ? "capture.errored" : "capture.processed", capture.processedAt),
    ]),
    ...(input.reports ?? []).flatMap((report) => [
      ...moment(report, "report", "report.created", report.createdAt),
      ...moment(report, "report", report.status === "errored" ? "report.errored" : "report.ready", report.completedAt),
    ]),
  ];
}

type MakeMoment = (object: Source, type: string, happening: string, time: unknown, change?: Partial<Moment>) => Moment[];

function inquiryMoments(inquiry: InquiryFacts, moment: MakeMoment): Moment[] {
  const of = (happening: string, time: unknown, change?: Partial<Moment>) =>
    moment({ id: inquiry.id, type: "inquiry" }, "inquiry", `inquiry.${happening}`, time, change);
  const reviewer = linkOf(inquiry, "reviewer");
  const decided = inquiry.status === "approved" || inquiry.status === "declined" ? inquiry.status : undefined;
  return [
    ...of("created", inquiry.createdAt, { note: creationNote(inquiry) }),
    ...of("started", inquiry.startedAt),
    ...of("completed", inquiry.completedAt),
    ...of("failed", inquiry.failedAt),
    ...of("expired", inquiry.expiredAt, { note: "Whether the timer ran out or somebody ended it is not recorded." }),
    ...of("marked-for-review", inquiry.markedForReviewAt),
    ...(decided
      ? of(decided, inquiry.decisionedAt, { actor: reviewer ? reviewerActor(reviewer.type) : "not recorded", note: decisionNote(inquiry) })
      : []),
    ...of("redacted", inquiry.redactedAt),
  ];
}

/** When a session was made, where that says more than its opening does: it was never opened, or opened later. */
function madeAt(session: SessionFacts): string | undefined {
  const [made, started] = [readTime(session.createdAt), readTime(session.startedAt)];
  if (made === undefined || (started !== undefined && started - made <= minute)) return undefined;
  return session.createdAt ?? undefined;
}

function madeHow(session: SessionFacts): Partial<Moment> {
  if (readText(session.deviceHandoffMethod) !== undefined) return { actor: "user", sentence: "The user asked to go on at another device." };
  return { note: "A resume, a one-time link or the API makes one. Which it was is not recorded." };
}
