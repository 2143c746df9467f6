import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { LookupAnswer, LookupQuestion } from "./look-up";

export type LookupState = {
  text: string;
  isAsking: boolean;
  /** What came out, when it is not a page. */
  answer?: LookupAnswer;
  error?: unknown;
  /** What to know about the text itself, before it is looked up. */
  warning?: string | undefined;
  notice?: string | undefined;
};

/** What reads the text and asks the API: fetched when the field gets the focus, since most pages are read without it. */
export const loadLookUp = () => import("./look-up");

/** A text as it may stay, and the link that was in it: in memory until it is asked about. */
type Read = Pick<LookupQuestion, "text" | "pasted" | "complaint">;

const quiet: LookupState = { text: "", isAsking: false };

/** Whether there is nothing to say besides the text. */
export const isQuiet = ({ answer, error, warning, notice }: LookupState): boolean =>
  answer === undefined && error === undefined && warning === undefined && notice === undefined;

type LookupOptions = {
  onArrived: () => void;
  /** Looks for what was asked and goes where it led. @returns the answer where there is no page to go to; default: to the page of what was found */
  find?: (
    lookup: Awaited<ReturnType<typeof loadLookUp>>,
    question: LookupQuestion,
    signal: AbortSignal,
  ) => Promise<LookupAnswer | undefined>;
};

/** The state of one field that people paste into: its text, the question under way, and what came out. */
export function useLookup({ onArrived, find }: LookupOptions) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [state, setState] = useState(quiet);
  const question = useRef<AbortController>(undefined);
  // a paste that is still being read: Enter pressed meanwhile is meant for it
  const reading = useRef<Promise<Read>>(undefined);
  useEffect(() => () => question.current?.abort(), []);

  const findPage: NonNullable<LookupOptions["find"]> = async ({ lookUp, underWay, arrive }, asked, signal) => {
    const outcome = await underWay(queryClient, () => lookUp(asked, signal));
    return signal.aborted ? undefined : arrive(router, queryClient, outcome);
  };

  const ask = (): AbortController => {
    question.current?.abort();
    return (question.current = new AbortController());
  };

  /** Shows what may stay of a text. Its secrets are out before it stands in the field: so what was pasted waits for the reader. */
  const change = (typed: string, isPasted = typed.length > state.text.length + 1) => {
    const { signal } = ask();
    if (!isPasted) setState({ text: typed, isAsking: false });
    reading.current = loadLookUp().then(
      ({ readPasted, readComplaint, noticeOf }) => {
        const { text, warning, note, pasted } = readPasted(typed);
        if (!signal.aborted) setState({ text, isAsking: false, warning, notice: note ?? noticeOf(text) });
        return { text, pasted, complaint: readComplaint(typed) };
      },
      (error: unknown) => {
        if (!signal.aborted) setState({ text: isPasted ? state.text : typed, isAsking: false, error });
        throw error;
      },
    );
    reading.current.catch(() => undefined);
  };

  const lookFor = async (given: Promise<Read> | Read, isMeant: boolean) => {
    const { signal } = ask();
    let { text } = state;
    setState({ text, isAsking: true });
    try {
      const lookup = await loadLookUp();
      const read = await given;
      text = read.text;
      if (signal.aborted) return;
      setState({ text, isAsking: true });
      const question = { ...read, isMeant, here: window.location.href };
      const answer = await (find ?? findPage)(lookup, question, signal);
      if (signal.aborted) return;
      if (answer) return setState({ text, isAsking: false, answer });
      reading.current = undefined;
      setState(quiet);
      onArrived();
    } catch (error) {
      if (!signal.aborted) setState({ text, isAsking: false, error });
    }
  };

  /** Looks the text up; once more, after an answer that offers something else, what it offers. */
  const submit = async () => {
    // the same question is under way
    if (state.isAsking) return;
    const next = state.answer?.kind === "nothing" ? state.answer.next : undefined;
    await (next ? lookFor(next, next.isMeant) : lookFor(reading.current ?? state, false));
  };

  /** Clears what came out, or stops asking, and leaves the text. */
  const dismiss = () => {
    const { signal } = ask();
    setState({ text: state.text, isAsking: false });
    // what was pasted and is still being read is not lost by it
    reading.current?.then(
      ({ text }) => {
        if (!signal.aborted) setState((former) => ({ ...former, text }));
      },
      () => undefined,
    );
  };

  return { state, change, submit, dismiss };
}
