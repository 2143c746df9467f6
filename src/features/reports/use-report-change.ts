import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { deskSessionQuery } from "@/api/sessions/queries";
import { changeReportMutation, type ReportChange } from "@/api/reports/writes";
import { reportsCapability } from "@/domain/reports/report-actions";

/**
 * Doing something to a report: once however often it is pressed, and what shows the report is read again before it counts as done.
 * @param onDone also where the form is gone by then, as with the last match
 */
export function useReportChange(reportId: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const change = changeReportMutation(reportId);
  const { mutate, reset, isPending, error } = useMutation({ ...change, onSuccess: onDone });
  const take = (what: ReportChange) => {
    if (queryClient.isMutating({ mutationKey: change.mutationKey }) === 0) mutate(what);
  };
  return { take, reset, isPending, error };
}

/** Why the signed-in person can't act on reports; undefined when they can. */
export function useReportRefusal(): string | undefined {
  const { data: viewer } = useQuery(deskSessionQuery());
  if (!viewer) return "Your role is not known yet.";
  const capability = reportsCapability(viewer);
  return capability.allowed ? undefined : [capability.reason, capability.wayOut?.sentence].filter(Boolean).join(" ");
}
