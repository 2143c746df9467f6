/** The story of an inquiry: events, timestamps and what must have happened in between, told once each, in order. */
import { doerOf } from "@/domain/story/deeds";
import { eventMoments, momentKey } from "@/domain/story/event-moments";
import { inferResumes } from "@/domain/story/inferred-resumes";
import { scannedSessions } from "@/domain/story/scanned-sessions";
import { nameSubjects } from "@/domain/story/story-subjects";
import { timestampMoments } from "@/domain/story/timestamp-moments";
import type { Deed, Fold, Moment, Story, StoryEntry, StoryInput } from "@/domain/story/story-types";
import { groupBy } from "@/lib/group-by";
import { readTime } from "@/lib/read";
import { minute, second } from "@/lib/time";
import { count } from "@/lib/words";

/** An event and a timestamp of something that can happen twice are the same happening when they lie this close. */
const sameHappening = 10 * minute;

/** Neighbours of one kind become one entry when no more than this lies between one and the next. */
const foldWithin: Record<Fold, number> = {
  steps: 10 * minute,
  "sessions-expired": 10 * minute,
  reports: 10 * minute,
  openings: 30 * minute,
};

/**
 * Folds everything known about an inquiry into one ordered story. Works without any event (Persona keeps them for a limited time) and says
 * so. Never throws, whatever the objects lack.
 */
export function tellInquiryStory(input: StoryInput): Story {
  const subjects = nameSubjects(input);
  const fromEvents = withoutRepeats(eventMoments(input, subjects));
  const fromTimestamps = onlyNews(timestampMoments(input, subjects), fromEvents);
  const recorded = openedByScanner([...fromEvents, ...fromTimestamps], scannedSessions(input)).toSorted(inOrder);
  const resumes = inferResumes(recorded, input);
  const moments = withoutSessionsOf(resumes, recorded).concat(resumes).toSorted(inOrder);
  const named = quieted(endedWithInquiry(moments)).map((moment) => withName(moment, input.deeds ?? []));
  return { entries: foldNeighbours(named).map(asEntry), notes: notesOf(input, fromEvents) };
}

/** What looks like a program is not told as the user's doing. */
function openedByScanner(moments: readonly Moment[], sessionIds: ReadonlySet<string>): Moment[] {
  const keys = new Set([...sessionIds].map((sessionId) => momentKey(sessionId, "inquiry-session.started")));
  return moments.map((moment) =>
    keys.has(moment.key)
      ? { ...moment, actor: "not recorded", sentence: "The inquiry was opened, perhaps by a mail scanner.", fold: null }
      : moment,
  );
}

/** Two deliveries of one event have one id; the same event counts once. */
function withoutRepeats(moments: readonly Moment[]): Moment[] {
  const seen = new Set<string>();
  return moments.filter((moment) => {
    const [id] = moment.eventIds;
    if (id === undefined) return true;
    return seen.has(id) ? false : seen.add(id);
  });
}

/** Timestamps that no event tells already. */
function onlyNews(timestamps: readonly Moment[], events: readonly Moment[]): Moment[] {
  const told = groupBy(events, (event) => event.key);
  return timestamps.filter((moment) => {
    const same = told.get(moment.key) ?? [];
    return moment.repeatable ? same.every((event) => Math.abs(event.at - moment.at) > sameHappening) : same.length === 0;
  });
}

/** The session a resume makes is part of the resume. */
function withoutSessionsOf(resumes: readonly Moment[], moments: readonly Moment[]): Moment[] {
  const times = new Set(resumes.map((resume) => resume.at));
  return moments.filter(
    (moment) => !(moment.key.endsWith("|inquiry-session.created") && moment.source === "timestamp" && times.has(moment.at)),
  );
}

function inOrder(one: Moment, other: Moment): number {
  return one.at - other.at || one.rank - other.rank;
}

/** Sessions end with their inquiry, so they were ended by the same person or system. */
function endedWithInquiry(moments: readonly Moment[]): Moment[] {
  const expiries = moments.filter((moment) => moment.key.endsWith("|inquiry.expired"));
  return moments.map((moment) => {
    const expiry = moment.fold === "sessions-expired" ? expiries.find(({ at }) => Math.abs(at - moment.at) <= second) : undefined;
    return expiry ? { ...moment, actor: expiry.actor } : moment;
  });
}

/**
 * A short telling leaves out what its end tells as well: that a verification was begun and submitted once it has ended, and that the
 * inquiry was started once it was opened.
 */
function quieted(moments: readonly Moment[]): Moment[] {
  const keys = new Set(moments.map(({ key }) => key));
  const isOpened = moments.some(({ fold }) => fold === "openings");
  return moments.map((moment) => {
    const [, id, happening] = /^(.*)\|(.*)$/.exec(moment.key) ?? [];
    const isStep = happening === "verification.created" || happening === "verification.submitted";
    const isQuiet = (isStep && keys.has(`${id}|verification.ended`)) || (happening === "inquiry.started" && isOpened);
    return isQuiet ? { ...moment, minor: true } : moment;
  });
}

/** Adds the name that a log gives for it; none to what the user or Persona did. */
function withName(moment: Moment, deeds: readonly Deed[]): Moment {
  if (moment.actor === "user" || moment.actor === "persona") return moment;
  const who = doerOf(moment, deeds);
  if (who === undefined) return moment;
  // the note says that it is not known who ended it, which is no longer true
  const note = moment.key.endsWith("|inquiry.expired") ? null : moment.note;
  if (moment.actor === "api" || moment.actor === "workflow") return { ...moment, who, note };
  // Persona's word for a creator that is no member.
  return { ...moment, who, note, actor: who.toLowerCase() === "api" ? "api" : "reviewer" };
}

function foldNeighbours(moments: readonly Moment[]): Moment[] {
  const folded: Moment[][] = [];
  for (const moment of moments) {
    const run = folded.at(-1);
    const last = run?.at(-1);
    if (run && last && moment.fold !== null && moment.fold === last.fold && moment.at - last.at <= foldWithin[moment.fold]) {
      run.push(moment);
    } else {
      folded.push([moment]);
    }
  }
  return folded.flatMap(foldRun);
}

function foldRun(run: readonly Moment[]): Moment[] {
  const [first] = run;
  if (!first || run.length === 1) return [...run];
  const notes = [...new Set(run.flatMap(({ note }) => note ?? []))];
  return [
    {
      ...first,
      sentence: foldedSentence(run),
      note: notes.length === 0 ? null : notes.slice(0, 3).join(" "),
      refs: run.flatMap((moment) => moment.refs),
      eventIds: run.flatMap((moment) => moment.eventIds),
    },
  ];
}

function foldedSentence(run: readonly Moment[]): string {
  const last = run.at(-1);
  if (last?.fold === "steps") return `${count(run.length, "step")}. ${last.sentence}`;
  if (last?.fold === "reports") return reportsSentence(run);
  return last?.fold === "openings" ? `The user opened the inquiry ${run.length} times.` : `${count(run.length, "session")} expired.`;
}

/** What they found stands in the note of each. */
function reportsSentence(run: readonly Moment[]): string {
  const matches = run.filter(({ note }) => note === "It has a match.").length;
  const found = matches === 0 ? "." : `, ${matches} with a match.`;
  return `${count(run.length, "report")} ready${found}`;
}

function asEntry({ at, actor, who, kind, sentence, tone, refs, eventIds, source, note, minor }: Moment): StoryEntry {
  return { at, actor, who: who ?? null, kind, sentence, tone, refs, eventIds, source, note, minor };
}

function notesOf({ events, areEventsLeft = false, inquiry }: StoryInput, told: readonly Moment[]): string[] {
  if (!events) {
    const why = areEventsLeft ? "Persona is busy and the events are left for later" : "The events could not be read";
    return [`${why}, so this is told from timestamps alone: steps, tags and earlier expiries are missing.`];
  }
  if (events.length === 0) {
    return [
      "Persona has no events for this inquiry: it keeps them for a limited time. This is told from timestamps alone, so steps, tags and earlier expiries are missing.",
    ];
  }
  const notes: string[] = [];
  const createdAt = readTime(inquiry.createdAt);
  const oldest = Math.min(...told.map((moment) => moment.at));
  const beginning = told.some((moment) => moment.key.endsWith("|inquiry.created"));
  if (!beginning && createdAt !== undefined && oldest - createdAt > minute) {
    notes.push("The events do not go back to the beginning: what came before is told from timestamps.");
  }
  const timeless = events.filter((event) => readTime(event.createdAt) === undefined).length;
  if (timeless > 0) notes.push(`${count(timeless, "event has", "events have")} no time and can't be placed.`);
  return notes;
}
