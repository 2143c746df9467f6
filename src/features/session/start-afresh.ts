import type { QueryClient } from "@tanstack/react-query";
import { noteSessionEnd } from "@/api/session-end";

/** Empties this tab: nothing of one person's may stay on screen, or in memory, for another. */
export function forgetEverything(queryClient: QueryClient): void {
  noteSessionEnd("left");
  queryClient.clear();
}

/** Begins anew, for another person than the one this page was read for. */
export function startAfresh(queryClient: QueryClient): void {
  forgetEverything(queryClient);
  window.location.reload();
}
