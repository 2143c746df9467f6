import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isConflict } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { inquiryQuery } from "@/api/inquiries/queries";
import { type Restored, restoreAccessMutation } from "@/api/restorations/writes";
import { isOpen, isRedacted } from "@/domain/inquiry-status";
import { currentTime } from "@/ui/now";

export type RestoreState = {
  phase: "idle" | "running" | "failed" | "done";
  error: unknown;
  /** A secret. It lives here, in the component that shows it, and goes with it. */
  issued: IssuedLink | undefined;
};

export type IssuedLink = Restored & {
  /** ms since the epoch. */
  issuedAt: number;
  /** The inquiry it leads into, where that was created for it. */
  createdId?: string;
};

export type RestoreListeners = {
  /** It is about to be done. */
  onBegin: () => void;
  /** The inquiry can't be opened again in the state it has now, so nothing was sent. */
  onTooLate: () => void;
};

const idle: RestoreState = { phase: "idle", error: undefined, issued: undefined };

/** Lets the user back in by one command of the server: what has expired is resumed there, and the link is made. */
export function useRestoreAccess(inquiry: InquiryModel, { onBegin, onTooLate }: RestoreListeners) {
  const queryClient = useQueryClient();
  const { mutateAsync, reset } = useMutation(restoreAccessMutation(inquiry.id));
  const [state, setState] = useState<RestoreState>(idle);
  const running = useRef(false);
  const { id: inquiryId, status, redactedAt } = inquiry;

  /** The inquiry is not what was seen: it has been read again, and may be beyond a link. */
  const lookAgain = () => {
    const now = queryClient.getQueryData(inquiryQuery(inquiryId).queryKey);
    if (now === undefined || isRestorable(now.inquiry)) return;
    setState(idle);
    onTooLate();
  };

  const run = async (seconds: number | undefined): Promise<IssuedLink | undefined> => {
    // a second Enter before the first has been painted must not start a second link
    if (running.current) return undefined;
    running.current = true;
    setState({ ...idle, phase: "running" });
    onBegin();
    try {
      const access = await mutateAsync({ seen: { status, redactedAt: redactedAt ?? null }, seconds });
      // the answer holds a secret: out of the cache as soon as it is here
      reset();
      const issued: IssuedLink = { ...access, issuedAt: currentTime() };
      setState({ ...idle, phase: "done", issued });
      return issued;
    } catch (error) {
      setState({ ...idle, phase: "failed", error });
      if (isConflict(error)) lookAgain();
      return undefined;
    } finally {
      running.current = false;
    }
  };

  return { state, run, startOver: () => setState(idle) };
}

const isRestorable = (inquiry: InquiryModel): boolean => !isRedacted(inquiry) && (isOpen(inquiry) || inquiry.status === "expired");
