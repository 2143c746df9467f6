import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { LookupOutcome } from "./look-up";
import { disarm } from "./secrets";

type Answer = Exclude<LookupOutcome, { kind: "go" | "address" }>;

export type LookupState = {
  text: string;
  isAsking: boolean;
  /** What came out, when it is not a page. */
  answer?: Answer;
  error?: unknown;
  /** What to know about the text itself, before it is looked up. */
  warning?: string;
  notice?: string;
};

/** What reads the text and asks the API: fetched when the field gets the focus, since most pages are read without it. */
export const loadLookUp = () => import("./look-up");

const quiet: LookupState = { text: "", isAsking: false };

/** Whether there is nothing to say besides the text. */
export const isQuiet = ({ answer, error, warning, notice }: LookupState): boolean =>
  answer === undefined && error === undefined && warning === undefined && notice === undefined;

/** The state of one omnibox: its text, the question under way, and what came out. */
export function useLookup(onArrived: () => void) {
  const router = useRouter();
  const [state, setState] = useState(quiet);
  const question = useRef<AbortController>(undefined);
  useEffect(() => () => question.current?.abort(), []);

  const change = (typed: string) => {
    question.current?.abort();
    const { text, warning } = disarm(typed);
    setState({ text, isAsking: false, warning });
    void loadLookUp().then(
      ({ noticeOf }) => setState((now) => (now.text === text ? { ...now, notice: noticeOf(text) } : now)),
      // Without it there is only no advice while typing; whoever presses Enter is told.
      () => undefined,
    );
  };

  const submit = async () => {
    // the same question is under way
    if (state.isAsking) return;
    question.current?.abort();
    const asked = new AbortController();
    question.current = asked;
    const { text } = state;
    setState({ text, isAsking: true });
    try {
      const { lookUp, linkTo } = await loadLookUp();
      const outcome = await lookUp(text, asked.signal, window.location.href);
      if (asked.signal.aborted) return;
      if (outcome.kind === "go") await router.navigate(linkTo(outcome.destination));
      else if (outcome.kind === "address") router.history.push(outcome.path);
      else return setState({ text, isAsking: false, answer: outcome });
      setState(quiet);
      onArrived();
    } catch (error) {
      if (!asked.signal.aborted) setState({ text, isAsking: false, error });
    }
  };

  /** Clears what came out, or stops asking, and leaves the text. */
  const dismiss = () => {
    question.current?.abort();
    setState({ text: state.text, isAsking: false });
  };

  return { state, change, submit, dismiss };
}
