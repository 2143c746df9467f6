/** What each happening is called, who did it, and how it weighs; shared by events and timestamps so both tell it the same way. */
import type { Fold, StoryActor, StoryKind } from "@/domain/story/story-types";
import type { Tone } from "@/domain/status-meaning";

export type Happening = {
  readonly actor: StoryActor;
  readonly kind: StoryKind;
  readonly tone: Tone;
  readonly rank: number;
  /** `{}` stands for the name of the object. */
  readonly sentence: string;
  readonly minor?: true | undefined;
  readonly repeatable?: true;
  readonly fold?: Fold;
};

/** What a moment takes over from what happened. */
export const momentOf = ({ kind, tone, rank, minor, repeatable, fold }: Happening) => ({
  kind,
  tone,
  rank,
  minor: minor ?? false,
  repeatable: repeatable ?? false,
  fold: fold ?? null,
});

const verification = (tone: Tone, rank: number, actor: StoryActor, sentence: string): Happening => ({
  kind: "verification",
  tone,
  rank,
  actor,
  sentence,
});
const capture = (rank: number, actor: StoryActor, sentence: string): Happening => ({
  kind: "capture",
  tone: "neutral",
  rank,
  actor,
  sentence,
  minor: true,
});
const report = (tone: Tone, sentence: string): Happening => ({
  kind: "report",
  tone,
  rank: 11,
  actor: "persona",
  sentence,
  repeatable: true,
});
const decision = (tone: Tone, sentence: string): Happening => ({
  kind: "decision",
  tone,
  rank: 12,
  actor: "not recorded",
  sentence,
  repeatable: true,
});

const reusable = (sentence: string): Happening => ({
  kind: "inquiry",
  tone: "neutral",
  rank: 10,
  actor: "persona",
  sentence,
  minor: true,
  repeatable: true,
});
/** On an account or a case: beside the inquiry, so told in the full story only where it changes nothing here. */
const beside = (sentence: string, more: Partial<Happening> = {}): Happening => ({
  kind: "other",
  tone: "neutral",
  rank: 13,
  actor: "not recorded",
  sentence,
  minor: true,
  repeatable: true,
  ...more,
});
const aside = { minor: undefined } as const;

/** By Persona's event name; report and capture events by their part after the kind. Source: spec, event names. */
export const happenings = new Map<string, Happening>([
  ["inquiry.created", { kind: "inquiry", tone: "neutral", rank: 0, actor: "not recorded", sentence: "The inquiry was created." }],
  ["inquiry.started", { kind: "inquiry", tone: "blue", rank: 4, actor: "user", sentence: "The user started: the inquiry is pending." }],
  ["inquiry.completed", { kind: "inquiry", tone: "teal", rank: 8, actor: "user", sentence: "The user finished the flow." }],
  ["inquiry.failed", { kind: "inquiry", tone: "orange", rank: 8, actor: "user", sentence: "The user reached the failed screen." }],
  [
    "inquiry.expired",
    { kind: "inquiry", tone: "amber", rank: 8, actor: "not recorded", sentence: "The inquiry expired.", repeatable: true },
  ],
  [
    "inquiry.transitioned",
    {
      kind: "step",
      tone: "neutral",
      rank: 7,
      actor: "user",
      sentence: "The user moved on a step.",
      minor: true,
      repeatable: true,
      fold: "steps",
    },
  ],
  ["inquiry.marked-for-review", decision("violet", "Marked for review.")],
  ["inquiry.approved", decision("green", "Approved.")],
  ["inquiry.declined", decision("red", "Declined.")],
  [
    "inquiry.redacted",
    { kind: "inquiry", tone: "hatched", rank: 14, actor: "not recorded", sentence: "Redacted: the personal data was erased." },
  ],
  [
    "inquiry.updated-tags",
    { kind: "tags", tone: "neutral", rank: 13, actor: "not recorded", sentence: "The tags changed.", minor: true, repeatable: true },
  ],
  [
    "inquiry-session.created",
    { kind: "session", tone: "neutral", rank: 1, actor: "not recorded", sentence: "A session was made for the user." },
  ],
  [
    "inquiry-session.started",
    { kind: "session", tone: "neutral", rank: 2, actor: "user", sentence: "The user opened the inquiry.", fold: "openings" },
  ],
  [
    "inquiry-session.expired",
    { kind: "session", tone: "neutral", rank: 9, actor: "clock", sentence: "A session expired.", minor: true, fold: "sessions-expired" },
  ],
  [
    "inquiry-session.canceled",
    { kind: "session", tone: "neutral", rank: 9, actor: "user", sentence: "The user left the flow.", repeatable: true },
  ],
  ["verification.created", verification("neutral", 3, "user", "{}: the user began.")],
  ["verification.submitted", verification("blue", 5, "user", "{}: submitted.")],
  ["verification.passed", verification("green", 6, "persona", "{}: passed.")],
  ["verification.failed", verification("red", 6, "persona", "{}: failed.")],
  ["verification.requires-retry", verification("orange", 6, "persona", "{}: could not be processed, the user has to try again.")],
  ["verification.canceled", verification("neutral", 9, "persona", "{}: canceled.")],
  ["verification.skipped", verification("neutral", 6, "persona", "{}: skipped.")],
  ["verification.escalated", verification("violet", 6, "persona", "{}: escalated.")],
  ["verification.tentatively-passed", verification("teal", 6, "persona", "{}: passed so far, not final.")],
  ["verification.tentatively-failed", verification("orange", 6, "persona", "{}: failed so far, not final.")],
  [
    "verification.updated-tags",
    { kind: "tags", tone: "neutral", rank: 13, actor: "not recorded", sentence: "The tags changed.", minor: true, repeatable: true },
  ],
  ["capture.created", capture(2, "user", "{}: begun.")],
  ["capture.submitted", capture(2.2, "user", "{}: handed in.")],
  ["capture.processed", capture(2.4, "persona", "{}: processed.")],
  ["capture.errored", capture(2.4, "persona", "{}: could not be processed.")],
  ["capture.pending", capture(2.3, "persona", "{}: being processed.")],
  ["capture.extracted", capture(2.5, "persona", "{}: data read from it.")],
  ["report.created", { kind: "report", tone: "neutral", rank: 10, actor: "persona", sentence: "{}: started.", minor: true }],
  ["report.submitted", { kind: "report", tone: "neutral", rank: 10, actor: "persona", sentence: "{}: submitted.", minor: true }],
  ["report.ready", { ...report("neutral", "{}: ready."), fold: "reports" }],
  ["report.errored", report("red", "{}: could not run.")],
  ["report.matched", report("violet", "{}: found a match.")],
  ["report.reviewed", { ...report("neutral", "{}: matched records were reviewed."), actor: "not recorded" }],
  ["report.dismissed", { ...report("neutral", "{}: its matches were dismissed."), actor: "not recorded" }],
  ["workflow-run.created", { kind: "workflow", tone: "neutral", rank: 10, actor: "workflow", sentence: "A workflow ran.", minor: true }],
  ["workflow-run.errored", { kind: "workflow", tone: "red", rank: 10, actor: "workflow", sentence: "A workflow stopped with an error." }],
  ["inquiry.reusable-persona-created", reusable("The user saved their verified data for later use (reusable Persona).")],
  ["inquiry.reusable-persona-used", reusable("The user used data verified before (reusable Persona).")],
  ["inquiry.reusable-persona-updated", reusable("The user's saved data was updated (reusable Persona).")],
  ["inquiry.reusable-persona-assurance-failed", reusable("The user's saved data was not sure enough to use (reusable Persona).")],
  ["account.created", beside("The account was created.")],
  ["account.archived", beside("The account was archived.", aside)],
  ["account.restored", beside("The account was restored.", aside)],
  ["account.redacted", beside("The account was redacted.", aside)],
  ["account.status-updated", beside("The account's status changed.", aside)],
  ["account.updated-fields", beside("Fields of the account changed.")],
  ["account.tag-added", beside("A tag was added to the account.")],
  ["account.tag-removed", beside("A tag was removed from the account.")],
  ["account.updated-tags", beside("The account's tags changed.")],
  ["account.consolidated", beside("Another account was consolidated into this one.", aside)],
  ["account.consolidated-with", beside("The account was consolidated with another.", aside)],
  ["account.added-relation", beside("The account was related to another object.")],
  ["account.removed-relation", beside("A relation of the account was removed.")],
  ["case.created", beside("A case was opened.", aside)],
  ["case.assigned", beside("The case was assigned.", aside)],
  ["case.status-updated", beside("The case's status changed.", aside)],
  ["case.resolved", beside("The case was resolved.", aside)],
  ["case.reopened", beside("The case was reopened.", aside)],
  ["case.queue-updated", beside("The case moved to another queue.")],
  ["case.updated-fields", beside("Fields of the case changed.")],
  ["case.updated-tags", beside("The case's tags changed.")],
  ["case.sla-expired", beside("The case's time limit ran out.", { ...aside, actor: "clock", tone: "amber" })],
  ["case.redacted", beside("The case was redacted.", aside)],
  ["case.exported", beside("The case was exported.")],
  ["case.updated", beside("The case changed.")],
  ["case-comment.created", beside("Somebody commented on the case.")],
  [
    "workflow-run.resumed",
    { kind: "workflow", tone: "neutral", rank: 10, actor: "workflow", sentence: "A workflow went on.", minor: true },
  ],
]);

/** `report/watchlist.ready` → `report.ready`, `document.created` → `capture.created`; others as they are. */
export function happeningName(eventName: string): string {
  return eventName.replace(/^report\/[^.]+\./, "report.").replace(/^(?:document|selfie)(?:\/[^.]+)?\./, "capture.");
}
