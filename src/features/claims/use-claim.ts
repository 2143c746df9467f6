import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { claimInquiryMutation, releaseInquiry } from "@/api/claims/writes";
import { isConflict } from "@/api/errors";
import type { InquiryModel } from "@/api/models";
import { claimsQuery } from "@/api/claims/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { useAtRest } from "@/components/use-at-rest";
import { capability } from "@/domain/capability";
import { knownRole } from "@/domain/viewer";
import { readTime } from "@/lib/read";
import { currentTime } from "@/ui/now";

/** A claim lapses after a minute or more without one of these. */
const heartbeatMs = 30_000;
/** Who only passes by claims nothing. */
const presenceMs = 1_500;
/** What takes longer to come is waited for: colleagues who look through the same list should know before they wait for it as well. */
const openingMs = 400;

type Opened = {
  readonly id: string;
  /** As it was read, or as a list showed it; undefined while nothing is known of it. */
  readonly inquiry: InquiryModel | undefined;
  /** It is still being read. */
  readonly isOpening: boolean;
};

/**
 * Who is working on an inquiry, and what makes that the signed-in person. An inquiry in review becomes the reviewer's who looks at it for
 * some seconds, or has to wait for it; any inquiry theirs who begins to decide it; all unless it is somebody's already. The claim holds
 * while the page is shown, and is given back when it is left or the inquiry's status changes. It tells colleagues, and stops nobody.
 */
export function useClaim({ id, inquiry, isOpening }: Opened) {
  const status = inquiry?.status;
  const queryClient = useQueryClient();
  const isAtRest = useAtRest();
  const isShown = useSyncExternalStore(onShownOrHidden, () => !document.hidden);
  const { data: viewer } = useQuery(deskSessionQuery());
  const [isDeclined, setDeclined] = useState(false);
  // found out by trying, before anybody asked
  const [isTaken, setTaken] = useState(false);
  const query = claimsQuery([id]);
  const claims = useQuery({
    ...query,
    enabled: isAtRest || isTaken,
    // Colleagues' claims lapse without a word.
    refetchInterval: ({ state }) => lapseOf(state.data?.find(({ mine }) => !mine)?.expiresAt),
  });
  const put = useMutation({
    ...claimInquiryMutation(id),
    onError: (error) => {
      if (isConflict(error)) setTaken(true);
    },
  });

  const claim = claims.data?.find(({ inquiryId }) => inquiryId === id);
  const isMine = claim?.mine === true;
  const role = viewer && knownRole(viewer);
  const mayClaim = role !== undefined && role !== "auditor";
  const isOurs = viewer !== undefined && inquiry?.status === "needs_review" && capability("approve", inquiry, viewer).allowed;
  const begin = () => {
    if (mayClaim && claim === undefined) put.mutate({});
  };
  const release = () => {
    queryClient.setQueryData(query.queryKey, []);
    // what is not given back lapses by itself
    releaseInquiry(id).catch(() => undefined);
  };

  const beginNow = useEffectEvent(begin);
  const isFree = claims.data === undefined ? isOpening && !isTaken : claim === undefined;
  const waits = isFree && isOurs && isShown && !isDeclined;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => beginNow(), isOpening ? openingMs : presenceMs);
    return () => clearTimeout(timer);
  }, [waits, isOpening]);

  const keep = useEffectEvent(() => put.mutate({}));
  useEffect(() => {
    if (!isMine || !isShown) return;
    const timer = setInterval(() => keep(), heartbeatMs);
    return () => clearInterval(timer);
  }, [isMine, isShown]);

  const releaseMine = useEffectEvent(() => {
    if (isMine) release();
  });
  const seenStatus = useRef(status);
  useEffect(() => {
    const before = seenStatus.current;
    seenStatus.current = status;
    if (before !== undefined && before !== status) releaseMine();
  }, [status]);
  useEffect(() => () => releaseMine(), []);

  return {
    claim,
    /** Whether it is known who works on it. */
    isKnown: claims.data !== undefined,
    hasFailed: claims.isError && claims.data === undefined,
    mayClaim,
    /** Claims it, as the first thing somebody does who decides. */
    begin,
    takeOver: () => put.mutate({ takeOver: true }),
    release: () => {
      setDeclined(true);
      release();
    },
    isPending: put.isPending,
    /** Not for a conflict: then it is known who has it. */
    error: put.error && !isConflict(put.error) ? put.error : undefined,
  };
}

export type InquiryClaim = ReturnType<typeof useClaim>;

/** When to look whether somebody else's claim has lapsed, in ms from now. */
function lapseOf(expiresAt: string | undefined): number | false {
  const time = readTime(expiresAt);
  return time === undefined ? false : Math.max(time - currentTime() + 1_000, 5_000);
}

function onShownOrHidden(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
