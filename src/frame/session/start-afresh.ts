import { flushSync } from "react-dom";
import type { QueryClient } from "@tanstack/react-query";
import { noteSessionEnd } from "@/api/session-end";

/** Empties this tab: nothing of one person's may stay on screen, or in memory, for another. */
export function forgetEverything(queryClient: QueryClient): void {
  // first the pages go, which would begin anew to read what is forgotten under them
  flushSync(() => noteSessionEnd("left"));
  queryClient.clear();
}

/** Begins anew, for another person than the one this page was read for. */
export function startAfresh(queryClient: QueryClient): void {
  noteSessionEnd("left");
  queryClient.clear();
  window.location.reload();
}
