import { useEffect, useRef, useState } from "react";
import type { PastedLink } from "@/domain/link-secret";

/** A page that an ID leads to. */
export type Hit = { readonly id: string; readonly label: string; readonly open: () => void };

/** What a lookup came to: one page, several to choose from, or none and why. */
export type Finding = {
  readonly title: string;
  readonly sentence?: string;
  readonly hits: readonly Hit[];
  /** What was most likely meant, or is said to be meant, to be looked up next. */
  readonly next?: { readonly label: string; readonly question: Question } | undefined;
};

export type Finder = {
  /** What may stay of a text, and what was taken out. */
  readonly read: (text: string) => Read & { readonly warning: string | undefined; readonly note: string | undefined };
  /** Whether a text names something by itself: an ID of Persona's, a link, several reference IDs. */
  readonly isTarget: (text: string) => boolean;
  /** Asks the API once. @throws ApiError when it could not say */
  readonly find: (question: Question, signal: AbortSignal) => Promise<Finding>;
};

/** A text as it may stay, and the link that was in it: in memory until it is asked about. */
type Read = { readonly text: string; readonly pasted?: PastedLink | undefined };

/** What is looked up; `isMeant`: the user says that it is a reference ID, whatever it looks like. */
export type Question = Read & { readonly isMeant?: boolean };

type Search = Read & {
  readonly isAsking: boolean;
  readonly finding?: Finding;
  readonly error?: unknown;
  /** Said about the text, or about what was chosen. */
  readonly message?: string | undefined;
};

/** The text of the palette, the lookup under way, and what came out. @param onOnly takes the only hit */
export function useSearch({ read: readText, find }: Finder, initial: string, onOnly: (hit: Hit) => void) {
  const read = (typed: string): Search => {
    const { text, warning, note, pasted } = readText(typed);
    return { text, pasted, isAsking: false, message: warning ?? note };
  };
  const [search, setSearch] = useState(() => read(initial));
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const look = async (question: Question) => {
    if (search.isAsking) return;
    const { text, pasted } = question;
    const asked = new AbortController();
    controller.current = asked;
    setSearch({ text, pasted, isAsking: true });
    try {
      const finding = await find(question, asked.signal);
      if (asked.signal.aborted) return;
      const [first, ...others] = finding.hits;
      if (first && others.length === 0) onOnly(first);
      else setSearch({ text, isAsking: false, finding });
    } catch (error) {
      if (!asked.signal.aborted) setSearch({ text, pasted, isAsking: false, error });
    }
  };

  return {
    search,
    look: () => void look({ text: search.text, pasted: search.pasted }),
    lookNext: () => search.finding?.next && void look(search.finding.next.question),
    change: (typed: string) => {
      controller.current?.abort();
      setSearch(read(typed));
    },
    say: (message: string) => setSearch({ ...search, message }),
  };
}
