import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { myDecisionsQuery } from "@/api/decisions/queries";
import { reviewWalkOf, type WalkState } from "./review-walk";

/** The walk as it stands; what was taken back of it, by whomever, is not done. */
export function useWalkState(): WalkState {
  const walk = reviewWalkOf(useQueryClient());
  const { data } = useQuery(myDecisionsQuery());
  useEffect(() => {
    for (const { id, inquiryId, state } of data ?? []) if (state === "taken-back") walk.takenBack(inquiryId, id);
  }, [walk, data]);
  return useSyncExternalStore(walk.subscribe, walk.state);
}
