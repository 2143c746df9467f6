import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isConflict } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { invalidate, keys } from "@/api/query-keys";
import { type Restored, restoreByLink } from "@/api/restorations/writes";
import { isOpen, isRedacted } from "@/domain/inquiry-status";
import { currentTime } from "@/ui/now";

export type RestoreState = {
  phase: "idle" | "running" | "failed" | "done";
  error: unknown;
  /** A secret. It lives here, in the component that shows it, and goes with it. */
  issued: IssuedLink | undefined;
};

export type IssuedLink = Omit<Restored, "updatedAt"> & {
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
  const [state, setState] = useState<RestoreState>(idle);
  const running = useRef(false);
  const { id: inquiryId, status, redactedAt } = inquiry;

  /** The inquiry is not what was seen: it is read again, and may be beyond a link. */
  const lookAgain = async () => {
    const now = await queryClient.fetchQuery({ ...inquiryQuery(inquiryId), staleTime: 0 }).catch(() => undefined);
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
      const { updatedAt, ...access } = await restoreByLink({ inquiryId, seen: { status, redactedAt: redactedAt ?? null }, seconds });
      const issued: IssuedLink = { ...access, issuedAt: currentTime() };
      setState({ ...idle, phase: "done", issued });
      const { status: now, expiresAt } = access;
      // all that a decision is held against, so that it need not wait for the inquiry to be read again
      queryClient.setQueryData<InquiryDetail>(
        keys.inquiry(inquiryId),
        (detail) =>
          detail && {
            ...detail,
            inquiry: { ...detail.inquiry, status: now, updatedAt: updatedAt ?? detail.inquiry.updatedAt ?? null, expiresAt },
          },
      );
      void invalidate(queryClient, "inquiry", "event", "link");
      return issued;
    } catch (error) {
      setState({ ...idle, phase: "failed", error });
      // it may have happened all the same: what is shown must be what is
      if (isConflict(error)) await lookAgain();
      else void queryClient.invalidateQueries({ queryKey: inquiryQuery(inquiryId).queryKey });
      return undefined;
    } finally {
      running.current = false;
    }
  };

  return { state, run, startOver: () => setState(idle) };
}

const isRestorable = (inquiry: InquiryModel): boolean => !isRedacted(inquiry) && (isOpen(inquiry) || inquiry.status === "expired");
