import { useEffect, useRef, useState } from "react";

/** A page that an ID leads to. */
export type Hit = { readonly id: string; readonly label: string; readonly open: () => void };

/** What a lookup came to: one page, several to choose from, or none and why. */
export type Finding = { readonly title: string; readonly sentence?: string; readonly hits: readonly Hit[] };

export type Finder = {
  /** What may stay of a text, and what was taken out. */
  readonly read: (text: string) => { readonly text: string; readonly warning: string | undefined; readonly note: string | undefined };
  /** Whether a text names something by itself: an ID of Persona's, a link, several reference IDs. */
  readonly isTarget: (text: string) => boolean;
  /** Asks the API once. @throws ApiError when it could not say */
  readonly find: (text: string, signal: AbortSignal) => Promise<Finding>;
};

type Search = {
  readonly text: string;
  readonly isAsking: boolean;
  readonly finding?: Finding;
  readonly error?: unknown;
  /** Said about the text, or about what was chosen. */
  readonly message?: string | undefined;
};

/** The text of the palette, the lookup under way, and what came out. @param onOnly takes the only hit */
export function useSearch({ read: readText, find }: Finder, initial: string, onOnly: (hit: Hit) => void) {
  const read = (typed: string): Search => {
    const { text, warning, note } = readText(typed);
    return { text, isAsking: false, message: warning ?? note };
  };
  const [search, setSearch] = useState(() => read(initial));
  const question = useRef<AbortController>(undefined);
  useEffect(() => () => question.current?.abort(), []);

  const look = async () => {
    if (search.isAsking) return;
    const { text } = search;
    const asked = new AbortController();
    question.current = asked;
    setSearch({ text, isAsking: true });
    try {
      const finding = await find(text, asked.signal);
      if (asked.signal.aborted) return;
      const [first, ...others] = finding.hits;
      if (first && others.length === 0) onOnly(first);
      else setSearch({ text, isAsking: false, finding });
    } catch (error) {
      if (!asked.signal.aborted) setSearch({ text, isAsking: false, error });
    }
  };

  return {
    search,
    look: () => void look(),
    change: (typed: string) => {
      question.current?.abort();
      setSearch(read(typed));
    },
    say: (message: string) => setSearch({ ...search, message }),
  };
}
