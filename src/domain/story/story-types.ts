import type { CaptureFacts, EventFacts, InquiryFacts, Link, ReportFacts, SessionFacts, VerificationFacts } from "@/domain/facts";
import type { Tone } from "@/domain/status-meaning";

/** Who did it. `clock`: a timer of Persona; `persona`: its processing; `not recorded`: the API does not tell, so the desk does not guess. */
export type StoryActor = "user" | "reviewer" | "workflow" | "clock" | "persona" | "api" | "not recorded";

export type StoryKind = "inquiry" | "decision" | "session" | "step" | "verification" | "capture" | "report" | "tags" | "workflow" | "other";

export type StoryEntry = {
  /** ms since the epoch. */
  readonly at: number;
  readonly actor: StoryActor;
  /** The name of the person or system that did it, safe to show; null when no log has it, or it needs none. */
  readonly who: string | null;
  readonly kind: StoryKind;
  readonly sentence: string;
  readonly tone: Tone;
  /** The objects it is about, the inquiry itself left out. */
  readonly refs: readonly Link[];
  /** The raw events behind the sentence, oldest first; empty when none is. */
  readonly eventIds: readonly string[];
  /** `inferred`: nothing records it, other facts show that it must have happened. */
  readonly source: "event" | "timestamp" | "inferred";
  /** Why it is known all the same, or what is not known about it. */
  readonly note: string | null;
  /** Can be folded away in a short telling. */
  readonly minor: boolean;
};

export type Fold = "steps" | "openings" | "sessions-expired" | "reports";

/** Something that somebody is known to have done. */
export type Deed = {
  /** ms since the epoch. */
  readonly at: number;
  /** The name, safe to show. */
  readonly by: string;
  /** As in `story-words.ts`: "inquiry.approved". */
  readonly happening: string;
  /** Whether nobody but a comment says so: whatever else is known comes first. */
  readonly isHearsay?: boolean;
};

/** An entry in the making. */
export type Moment = Omit<StoryEntry, "who"> & {
  readonly who?: string;
  /** What happened to what: the same key from an event and from a timestamp is the same happening. */
  readonly key: string;
  /** The same thing can happen to the same object more than once. */
  readonly repeatable: boolean;
  /** Order among happenings of one instant. */
  readonly rank: number;
  /** Neighbours with the same fold become one entry. */
  readonly fold: Fold | null;
};

export type StoryInput = {
  readonly inquiry: InquiryFacts;
  /** Null or undefined when they were not read; an empty list when Persona has none. */
  readonly events?: readonly EventFacts[] | null;
  /** They were not asked for, since Persona is busy. */
  readonly areEventsLeft?: boolean;
  readonly sessions?: readonly SessionFacts[] | null;
  readonly verifications?: readonly VerificationFacts[] | null;
  readonly documents?: readonly CaptureFacts[] | null;
  readonly selfies?: readonly CaptureFacts[] | null;
  readonly reports?: readonly ReportFacts[] | null;
  /** What is known of who did what. */
  readonly deeds?: readonly Deed[];
};

export type Story = {
  /** Oldest first. */
  readonly entries: readonly StoryEntry[];
  /** What the story can't tell, as sentences. */
  readonly notes: readonly string[];
};
