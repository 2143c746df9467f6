import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { deskSessionQuery } from "@/api/sessions/queries";
import { knownRole } from "@/domain/viewer";
import { reviewWalkOf } from "./review-walk";

/** Begins the walk with the inquiry that has waited longest. */
export function useWalkStart(templateIds: readonly string[] | undefined) {
  const walk = reviewWalkOf(useQueryClient());
  const navigate = useNavigate();
  const session = useQuery(deskSessionQuery());
  const [state, setState] = useState<{ isStarting: boolean; error?: unknown }>({ isStarting: false });
  const isAuditor = session.data !== undefined && knownRole(session.data) === "auditor";
  const begin = async () => {
    setState({ isStarting: true });
    try {
      walk.begin(templateIds);
      await walk.lookAhead();
      const [id] = walk.state().ahead;
      if (id !== undefined) await navigate({ to: "/inquiries/$inquiryId", params: { inquiryId: id }, search: { walk: "review" } });
      setState({ isStarting: false });
    } catch (error) {
      setState({ isStarting: false, error });
    }
  };
  return {
    ...state,
    start: () => {
      if (!state.isStarting) void begin();
    },
    unavailable: isAuditor ? "Auditors look, and decide nothing" : undefined,
  };
}
