import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { accountReportsQuery } from "@/api/reports/queries";

/** Prints the page once the account's reports are on it, which the screen asks for only where somebody looks at reports. */
export function usePrint(accountId: string | undefined) {
  const [isAsked, setAsked] = useState(false);
  const reports = useQuery({ ...accountReportsQuery(accountId ?? ""), enabled: isAsked && accountId !== undefined });
  const isReady = accountId === undefined || !reports.isFetching;
  useEffect(() => {
    if (!isAsked || !isReady) return;
    window.print();
    queueMicrotask(() => setAsked(false));
  }, [isAsked, isReady]);
  return { print: () => setAsked(true), isPreparing: isAsked };
}
