import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useAtRest } from "@/components/use-at-rest";
import { reviewWalkOf } from "./review-walk";
import { useWalkState } from "./use-walk-state";

/** The walk through the review queue, as it stands at one inquiry, and the ways on from there. */
export function useReviewWalk(inquiryId: string) {
  const walk = reviewWalkOf(useQueryClient());
  const state = useWalkState();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<{ at: string; error: unknown }>();
  const [going, setGoing] = useState<string>();
  const isAtRest = useAtRest({ quietMs: 0, atMostMs: 2_000 });

  useEffect(() => walk.visit(inquiryId), [walk, inquiryId]);
  // what it would cost the inquiry on the screen to wait for the next one is nobody's to pay
  useEffect(() => {
    if (isAtRest) walk.lookAhead().catch(() => undefined);
  }, [walk, inquiryId, isAtRest]);
  useEffect(() => () => walk.leave(), [walk]);

  // Back leads to the queue, and not through all that was decided
  const open = (id: string) =>
    navigate({ to: "/inquiries/$inquiryId", params: { inquiryId: id }, search: { walk: "review" }, replace: true });
  // the way back was asked for before the next one was on the screen
  const isCalledBack = useRef(false);
  const goNext = async () => {
    setGoing(inquiryId);
    isCalledBack.current = false;
    try {
      const id = await walk.next(inquiryId);
      if (!isCalledBack.current) await (id === undefined ? navigate({ to: "/review", replace: true }) : open(id));
      if (isCalledBack.current) await open(inquiryId);
      setFailure(undefined);
    } catch (error) {
      setFailure({ at: inquiryId, error });
    }
    setGoing(undefined);
  };
  const isGoing = going === inquiryId;
  const former = walk.previous(inquiryId);
  const callBack = () => {
    isCalledBack.current = true;
  };
  const goBack = former === undefined ? undefined : () => void open(former);
  return {
    state,
    isGoing,
    /** Why there is no next one, where it could not be had. */
    error: failure?.at === inquiryId ? failure.error : undefined,
    goNext: () => void goNext(),
    /** To the former one; while the next one is on its way, that is the one on the screen. */
    goBack: isGoing ? callBack : goBack,
    /** It is done with, and the next one comes. */
    finish: () => {
      walk.finish(inquiryId);
      void goNext();
    },
  };
}
