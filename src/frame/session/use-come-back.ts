import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { deskSessionQuery } from "@/api/sessions/queries";
import { startAfresh } from "@/frame/session/start-afresh";
import { hearTabs } from "@/frame/session/tab-channel";

/**
 * Finds out when somebody has signed in again: looks when the tab gets the focus back or another tab says so. The same person goes on with
 * the page, which is read again; for another one it starts afresh.
 * @returns looks at once
 */
export function useComeBack(userId: string): () => void {
  const queryClient = useQueryClient();
  const look = async () => {
    try {
      const { user } = await queryClient.query({ ...deskSessionQuery(), staleTime: 0, retry: false });
      if (user.id === userId) return await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "desk-session" });
    } catch {
      return; // still signed out, or out of reach: the next look may tell
    }
    startAfresh(queryClient);
  };
  const lookNow = useEffectEvent(() => void look());
  useEffect(() => {
    const onVisibility = () => !document.hidden && lookNow();
    const stop = hearTabs(({ kind }) => kind === "began" && lookNow());
    window.addEventListener("focus", onVisibility);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      stop();
      window.removeEventListener("focus", onVisibility);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, []);
  return () => void look();
}
