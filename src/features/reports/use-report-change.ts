import { type Query, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isConflict } from "@/api/errors";
import { deskSessionQuery } from "@/api/sessions/queries";
import { changeReport, type ReportChange } from "@/api/reports/writes";
import { reportsCapability } from "@/domain/reports/report-actions";
import { readList, readProperty } from "@/lib/read";

/**
 * Doing something to a report: once however often it is pressed, and what shows the report is read again before it counts as done.
 * @param onDone also where the form is gone by then, as with the last match
 */
export function useReportChange(reportId: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const mutationKey = ["report", "change", reportId];
  const readAgain = () => queryClient.invalidateQueries({ predicate: (query) => showsReport(query, reportId) });
  const { mutate, reset, isPending, error } = useMutation({
    mutationKey,
    mutationFn: (change: ReportChange) => changeReport(reportId, change),
    onSuccess: async () => {
      await readAgain();
      onDone();
    },
    // somebody else was faster: what they did is shown beside the refusal
    onError: (failure) => (isConflict(failure) ? readAgain() : undefined),
  });
  const take = (change: ReportChange) => {
    if (queryClient.isMutating({ mutationKey }) === 0) mutate(change);
  };
  return { take, reset, isPending, error };
}

/** An inquiry or a list that has it, or its history. */
const showsReport = ({ queryKey: [type, , about], state }: Query, reportId: string): boolean =>
  (type === "inquiry" || type === "report") &&
  (about === reportId || readList(readProperty(state.data, "reports")).some((report) => readProperty(report, "id") === reportId));

/** Why the signed-in person can't act on reports; undefined when they can. */
export function useReportRefusal(): string | undefined {
  const { data: viewer } = useQuery(deskSessionQuery());
  if (!viewer) return "Your role is not known yet.";
  const capability = reportsCapability(viewer);
  return capability.allowed ? undefined : [capability.reason, capability.wayOut?.sentence].filter(Boolean).join(" ");
}
