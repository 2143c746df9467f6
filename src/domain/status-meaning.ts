/**
 * What a status means. Every status enumeration of Persona is open ("values may be added without a version change"), so a table gives
 * the meanings we know and anything else renders as itself, neutral.
 */
import { displayValue } from "@/lib/display-text";

/** A semantic colour of the design tokens. Never the only carrier of a meaning: `label` always stands beside it. */
export type Tone = "neutral" | "blue" | "teal" | "violet" | "green" | "red" | "orange" | "amber" | "hatched" | "unknown";

/** Who has to move next. `workflow`: something automatic on Persona's side. `none`: nobody, unless somebody decides to. */
export type NextActor = "user" | "reviewer" | "workflow" | "none";

export type StatusMeaning = {
  /** The API's value, made safe to show; empty when the API sent none. */
  readonly status: string;
  readonly known: boolean;
  /** The word for a badge. */
  readonly label: string;
  readonly tone: Tone;
  /** One plain sentence. */
  readonly sentence: string;
  readonly nextActor: NextActor;
  /** What happens without anybody acting, or null when nothing does. */
  readonly whatHappensByItself: string | null;
};

type Entry = readonly [label: string, tone: Tone, nextActor: NextActor, sentence: string, whatHappensByItself?: string];

/** A closed list of known statuses with their meanings; the order of `known` is the order of their life. */
export type StatusTable<Known extends string> = { readonly known: readonly Known[]; describe(status: unknown): StatusMeaning };

/** @param subject what the status belongs to, for the sentence about an unknown one: "inquiry". */
export function statusTable<Known extends string>(subject: string, entries: Readonly<Record<Known, Entry>>): StatusTable<Known> {
  // Object.entries widens the keys of a Record to string; the record is closed, so its keys are exactly Known.
  const pairs = Object.entries(entries) as [Known, Entry][];
  const meanings = new Map<string, StatusMeaning>(
    pairs.map(([status, [label, tone, nextActor, sentence, byItself]]) => [
      status,
      { status, known: true, label, tone, sentence, nextActor, whatHappensByItself: byItself ?? null },
    ]),
  );
  return {
    known: pairs.map(([status]) => status),
    describe: (status) => (typeof status === "string" && meanings.get(status)) || unknownMeaning(subject, status),
  };
}

/** What a value of the desk's own says: the word for a badge, its colour, one plain sentence. */
export type WordMeaning = Pick<StatusMeaning, "label" | "tone" | "sentence">;

export type WordTable<Known extends string> = {
  readonly known: readonly Known[];
  /** The value when it is one we know. */
  find(value: unknown): Known | undefined;
  /** What it means; an unknown value renders as itself. */
  describe(value: unknown): WordMeaning;
};

/** Meanings of values on which nobody acts. @param subject what has the value, for an unknown one: "outcome". */
export function wordTable<Known extends string>(
  subject: string,
  entries: Readonly<Record<Known, readonly [label: string, tone: Tone, sentence: string]>>,
): WordTable<Known> {
  // Object.keys widens the keys of a Record to string; the record is closed, so its keys are exactly Known.
  const known = Object.keys(entries) as Known[];
  const find = (value: unknown) => known.find((each) => each === value);
  return {
    known,
    find,
    describe(value) {
      const found = find(value);
      if (found === undefined) {
        const label = displayValue(value, `No ${subject}`, 40);
        return { label, tone: "unknown", sentence: `Inquiry Desk does not know this ${subject}.` };
      }
      const [label, tone, sentence] = entries[found];
      return { label, tone, sentence };
    },
  };
}

function unknownMeaning(subject: string, status: unknown): StatusMeaning {
  const shown = displayValue(status, "", 60);
  const sentence =
    shown === ""
      ? `Persona sent no status for this ${subject}.`
      : `Inquiry Desk does not know this ${subject} status. It is shown as Persona sent it.`;
  return {
    status: shown,
    known: false,
    label: shown === "" ? "No status" : shown,
    tone: "unknown",
    sentence,
    nextActor: "none",
    whatHappensByItself: null,
  };
}
