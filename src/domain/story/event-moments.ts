/** Events of Persona as moments of the story. */
import { formerExpiry, snapshotValue } from "@/domain/access/access-evidence";
import { decisionCommentLine } from "@/domain/decision-comment";
import { linkOf, type EventFacts, type InquiryFacts, type Link } from "@/domain/facts";
import { happeningName, happenings, type Happening, momentOf } from "@/domain/story/story-words";
import type { Subjects } from "@/domain/story/story-subjects";
import type { Moment, StoryActor, StoryInput } from "@/domain/story/story-types";
import { displayLine, displayValue } from "@/lib/display-text";
import { readProperty, readText, readTexts, readTime } from "@/lib/read";
import { minute } from "@/lib/time";
import { humanize } from "@/lib/humanize";
import { joinWords } from "@/lib/words";

/** One moment per event that has a time. */
export function eventMoments(input: StoryInput, subjects: Subjects): Moment[] {
  return (input.events ?? []).flatMap((event) => {
    const at = readTime(event.createdAt);
    return at === undefined ? [] : [eventMoment(event, at, input, subjects)];
  });
}

function eventMoment(event: EventFacts, at: number, input: StoryInput, subjects: Subjects): Moment {
  const name = readText(event.name) ?? "";
  const subject = subjectOf(event, name, input.inquiry);
  const known = happenings.get(happeningName(name));
  const common = {
    at,
    refs: subject.type === "inquiry" ? [] : [subject],
    eventIds: [readText(event.id) ?? ""].filter(Boolean),
    source: "event" as const,
  };
  if (!known) return { ...common, ...unknownHappening(name), key: `${subject.id}|${name}|${at}` };
  return {
    ...common,
    key: momentKey(subject.id, happeningName(name)),
    actor: actorOf(event, name, known, at, input),
    ...momentOf(known),
    sentence: sentenceOf(event, name, known, subject, subjects),
    note: noteOf(name, at, input) ?? subjects.noteOf(subject, happeningName(name)),
  };
}

/** An event name nobody has documented, as itself. */
function unknownHappening(name: string) {
  const sentence = name === "" ? "An event without a name." : `${displayLine(name, 80)}.`;
  return {
    actor: "not recorded",
    kind: "other",
    tone: "unknown",
    rank: 13,
    minor: false,
    repeatable: true,
    fold: null,
    sentence,
    note: null,
  } as const;
}

/** The ends of a verification share one key: a timestamp can tell that it ended, only the status tells how. */
export function momentKey(id: string, happening: string): string {
  const ended = /^verification\.(passed|failed|requires-retry|skipped|canceled|tentatively-passed|tentatively-failed)$/.test(happening);
  return `${id}|${ended ? "verification.ended" : happening}`;
}

function subjectOf(event: EventFacts, name: string, inquiry: InquiryFacts): Link {
  const data = readProperty(event.payload, "data");
  const id = readText(readProperty(data, "id"));
  const fallback = name.split(".")[0] ?? "";
  if (id !== undefined) return { id, type: readText(readProperty(data, "type")) ?? fallback };
  return fallback === "inquiry" ? { id: readText(inquiry.id) ?? "", type: "inquiry" } : { id: "", type: fallback };
}

function actorOf(event: EventFacts, name: string, known: Happening, at: number, input: StoryInput): StoryActor {
  if (name === "inquiry.approved" || name === "inquiry.declined") return decider(event, at, input.inquiry) ?? known.actor;
  if (name !== "inquiry.expired") return known.actor;
  const former = formerExpiry(input.events, at);
  return former !== undefined && former - at <= minute ? "clock" : "not recorded";
}

function noteOf(name: string, at: number, input: StoryInput): string | null {
  if (name === "inquiry.created") return creationNote(input.inquiry);
  if (name === "inquiry.expired") return expiryNote(at, input);
  const decision = name === "inquiry.approved" || name === "inquiry.declined";
  return decision && isPresentDecision(at, input.inquiry) ? decisionNote(input.inquiry) : null;
}

/** Whom Persona names as creator: an e-mail address in its examples, undocumented for the API and for hosted links. */
export function creationNote(inquiry: InquiryFacts): string | null {
  const creator = readText(inquiry.creator);
  return creator === undefined ? null : `Persona names ${displayLine(creator, 80)} as its creator.`;
}

/** The comment of the decision an inquiry stands on; earlier ones are not kept. */
export function decisionNote(inquiry: InquiryFacts): string | null {
  return readText(inquiry.reviewerComment) === undefined ? null : decisionCommentLine(inquiry);
}

function isPresentDecision(at: number, inquiry: InquiryFacts): boolean {
  const decidedAt = readTime(inquiry.decisionedAt);
  return decidedAt !== undefined && Math.abs(decidedAt - at) <= minute;
}

function expiryNote(at: number, { events }: StoryInput): string | null {
  const former = formerExpiry(events, at);
  if (former === undefined) return "Whether the timer ran out or somebody ended it is not recorded.";
  return former - at > minute ? "It ended before its window ran out: by staff, the API or a workflow. Which one is not recorded." : null;
}

/** Who decided: out of the event's own snapshot, or the inquiry's reviewer when this is its present decision. */
function decider(event: EventFacts, at: number, inquiry: InquiryFacts): StoryActor | undefined {
  const relationships = readProperty(readProperty(event.payload, "data"), "relationships");
  const type = readText(readProperty(readProperty(readProperty(relationships, "reviewer"), "data"), "type"));
  if (type !== undefined) return reviewerActor(type);
  const reviewer = linkOf(inquiry, "reviewer");
  return reviewer && isPresentDecision(at, inquiry) ? reviewerActor(reviewer.type) : undefined;
}

/** Reviewer types: user, workflow, workflow-run (spec, inquiry relationship `reviewer`). */
export function reviewerActor(type: string): StoryActor {
  if (type === "user") return "reviewer";
  return type.startsWith("workflow") ? "workflow" : "not recorded";
}

function sentenceOf(event: EventFacts, name: string, known: Happening, subject: Link, subjects: Subjects): string {
  if (name === "inquiry.transitioned") {
    const step = (key: string) => displayValue(snapshotValue(event, key), "", 60);
    const [from, to] = [step("previous-step-name"), step("next-step-name")];
    if (to !== "") return from === "" ? `Step: ${humanize(to)}.` : `Step: ${humanize(from)}, then ${humanize(to)}.`;
  }
  if (name === "inquiry.updated-tags" || name === "verification.updated-tags") return tagSentence(event) ?? known.sentence;
  return known.sentence.replace("{}", () => subjects.nameOf(subject));
}

function tagSentence(event: EventFacts): string | undefined {
  const tags = (...keys: string[]) =>
    keys
      .flatMap((key) => readTexts(readProperty(event.context, key)))
      .slice(0, 10)
      .map((tag) => displayLine(tag, 60));
  const [added, removed] = [tags("addedTags", "added-tags", "added_tags"), tags("removedTags", "removed-tags", "removed_tags")];
  const parts = [added.length > 0 ? `added ${joinWords(added)}` : "", removed.length > 0 ? `removed ${joinWords(removed)}` : ""].filter(
    Boolean,
  );
  return parts.length === 0 ? undefined : `Tags ${parts.join("; ")}.`;
}
