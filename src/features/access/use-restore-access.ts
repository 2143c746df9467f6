import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isUnreachable } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { generateOneTimeLink, type OneTimeLink, resumeInquiry, showWrittenInquiry } from "@/api/inquiry-actions";
import { inquiryQuery, readInquiryAgain } from "@/api/queries/inquiry";
import { currentTime } from "@/ui/now";

export type StepState = "waiting" | "running" | "done" | "failed";

export type RestoreState = {
  phase: "idle" | "running" | "failed" | "done";
  /** Undefined while it is not known whether a resume is needed, or when none is. */
  resume: StepState | undefined;
  link: StepState;
  error: unknown;
  /** A secret. It lives here, in the component that shows it, and goes with it. */
  issued: IssuedLink | undefined;
};

export type IssuedLink = OneTimeLink & {
  /** Life that was asked for; undefined when the template decides. */
  expiresInSeconds: number | undefined;
  /** ms since the epoch. */
  issuedAt: number;
};

export type RestoreListeners = {
  /** The first step is about to be taken. */
  onBegin: () => void;
  /** The inquiry can't be opened again in the state it has now, so nothing was sent. */
  onTooLate: () => void;
};

const idle: RestoreState = { phase: "idle", resume: undefined, link: "waiting", error: undefined, issued: undefined };

/**
 * Lets the user back in: an expired inquiry is resumed and then given a one-time link, an open one only the link. Reads the inquiry first, so
 * another try goes on where the last one stopped: what was resumed already is not resumed again.
 */
export function useRestoreAccess(inquiryId: string, { onBegin, onTooLate }: RestoreListeners) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<RestoreState>(idle);
  const keys = useRef({ resume: newIdempotencyKey(), link: newIdempotencyKey() });
  const lifeAskedFor = useRef<number>(undefined);
  const running = useRef(false);

  /** Runs one step. Only a lost answer keeps its key: whatever Persona answered, errors included, it would give again for the same key. */
  const step = async <T>(name: "resume" | "link", call: (idempotencyKey: string) => Promise<T>): Promise<T> => {
    setState((before) => ({ ...before, [name]: "running" }));
    try {
      const result = await call(keys.current[name]);
      keys.current[name] = newIdempotencyKey();
      setState((before) => ({ ...before, [name]: "done" }));
      return result;
    } catch (error) {
      if (!isUnreachable(error)) keys.current[name] = newIdempotencyKey();
      setState((before) => ({ ...before, [name]: "failed" }));
      throw error;
    }
  };

  const run = async (expiresInSeconds: number | undefined): Promise<IssuedLink | undefined> => {
    // a second Enter before the first has been painted must not start a second link
    if (running.current) return undefined;
    running.current = true;
    setState((before) => ({
      ...idle,
      phase: "running",
      resume: before.phase === "failed" && before.resume === "done" ? "done" : undefined,
    }));
    try {
      const { inquiry } = await readInquiryAgain(queryClient, inquiryId);
      if (!["created", "pending", "expired"].includes(inquiry.status) || inquiry.redactedAt !== null) {
        setState(idle);
        onTooLate();
        return undefined;
      }
      onBegin();
      if (inquiry.status === "expired") {
        setState((before) => ({ ...before, resume: "waiting" }));
        await step("resume", (idempotencyKey) => resumeInquiry({ inquiryId, idempotencyKey }));
      }
      // a link of another life is another intent: Persona refuses it under the old key
      if (lifeAskedFor.current !== expiresInSeconds) keys.current.link = newIdempotencyKey();
      lifeAskedFor.current = expiresInSeconds;
      const link = await step("link", (idempotencyKey) => generateOneTimeLink({ inquiryId, idempotencyKey, expiresInSeconds }));
      const issued: IssuedLink = { ...link, expiresInSeconds, issuedAt: currentTime() };
      setState((before) => ({ ...before, phase: "done", issued }));
      void showWrittenInquiry(queryClient, link.inquiry);
      return issued;
    } catch (error) {
      setState((before) => ({ ...before, phase: "failed", error }));
      // a resume may have happened all the same: what is shown must be what is
      void queryClient.invalidateQueries({ queryKey: inquiryQuery(inquiryId).queryKey });
      return undefined;
    } finally {
      running.current = false;
    }
  };

  return { state, run };
}
