import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Batch } from "@/api/batches/writes";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { sharedDevicesQuery } from "@/api/shared-devices/queries";
import { seenIn } from "@/components/seen-in";
import { useTwoPeople } from "@/components/use-two-people";
import { isSnooze } from "@/domain/batch-action";
import { capability } from "@/domain/capability";
import type { InquirySeen } from "@/domain/inquiry-seen";
import { rehearse } from "@/domain/rehearsal";
import { hasDevice } from "@/domain/signals/shared-devices";
import type { Viewer } from "@/domain/viewer";
import type { SelectedRow } from "./review-selection";

const needsSecondPerson = "Needs a second person on this template: open it to propose it.";

/** How many inquiries are read at a time: the others of the desk have their calls, too. */
const atOnce = 3;

/** An inquiry of a batch that somebody is about to give, as far as it is known. */
export type Reviewed = {
  readonly row: SelectedRow;
  readonly status: string | undefined;
  /** Undefined while it is being read, and where it could not be. */
  readonly seen: InquirySeen | undefined;
  /** What speaks against it, a sentence each. */
  readonly against: readonly string[];
  /** Why it can't be done to this one. */
  readonly impossible: string | undefined;
  /** Reads it again, where it could not be read. */
  readonly retry: (() => void) | undefined;
};

/** Reads what is selected, some at a time, and judges each as the single decision is judged. */
export function useBatchReview(action: Batch["action"], rows: readonly SelectedRow[]): readonly Reviewed[] {
  const viewer = useQuery(deskSessionQuery()).data;
  const needsTwo = useTwoPeople();
  const [limit, setLimit] = useState(atOnce);
  // a snooze looks at the status alone, which the list has told most often
  const isRead = ({ status }: SelectedRow) => !isSnooze(action) || status === undefined || status === null;
  const details = useQueries({ queries: rows.map((row, index) => ({ ...inquiryQuery(row.id), enabled: isRead(row) && index < limit })) });
  const devices = useQueries({
    queries: rows.map(({ id }, index) => {
      const detail = details[index]?.data;
      return { ...sharedDevicesQuery(id), enabled: !isSnooze(action) && detail !== undefined && hasDevice(detail.sessions) };
    }),
  });
  const settled = details.filter(({ isPending }) => !isPending).length;
  if (settled + atOnce > limit) setLimit(settled + atOnce);
  return rows.map((row, index) => {
    const [detail, shared] = [details[index], devices[index]];
    const unread = { row, status: row.status, seen: undefined, against: [], impossible: undefined, retry: undefined };
    if (!isRead(row)) return { ...unread, seen: listedPicture(row) };
    if (detail?.isError === true && !detail.data) return { ...unread, retry: () => void detail.refetch() };
    if (!detail?.data || viewer === undefined || shared?.isLoading === true) return unread;
    return { row, retry: undefined, ...judged(action, detail.data, shared?.data, viewer, needsTwo) };
  });
}

function judged(
  action: Batch["action"],
  detail: InquiryDetail,
  sharedDevices: Parameters<typeof rehearse>[1]["sharedDevices"],
  viewer: Viewer,
  needsTwo: ReturnType<typeof useTwoPeople>,
): Omit<Reviewed, "row" | "retry"> {
  if (isSnooze(action)) return { status: detail.inquiry.status, seen: seenIn(detail), against: [], impossible: undefined };
  const allowed = capability(action, detail.inquiry, viewer);
  return {
    status: detail.inquiry.status,
    seen: seenIn(detail),
    against: rehearse(action, { ...detail, sharedDevices }).contradictions.map(({ sentence }) => sentence),
    impossible: allowed.allowed ? (needsTwo(action, detail) ? needsSecondPerson : undefined) : allowed.reason,
  };
}

/** As far as a snooze looks. */
const listedPicture = ({ status, updatedAt }: SelectedRow): InquirySeen => ({
  status: status ?? "",
  updatedAt: updatedAt ?? null,
  redactedAt: null,
  reviewerId: null,
  verifications: [],
  reports: [],
});
