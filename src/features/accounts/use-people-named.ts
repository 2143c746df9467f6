import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AccountListParams, type AccountPage, accountsQuery } from "@/api/accounts/queries";

type Asked = { readonly calls: readonly AccountListParams[]; readonly pages: readonly AccountPage[]; readonly error?: unknown };

/**
 * Asks the calls after the first one by one, once the first was answered, until it is stopped.
 * @param calls give the same list as long as it is the same question
 */
export function usePeopleNamed(calls: readonly AccountListParams[], isFirstAnswered: boolean) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>({ calls, pages: [] });
  const [isStopped, setStopped] = useState(false);
  if (asked.calls !== calls) {
    setAsked({ calls, pages: [] });
    setStopped(false);
  }
  const current = asked.calls === calls ? asked : { calls, pages: [] };
  const { pages, error } = current;
  const next = calls[pages.length + 1];
  const isAsking = isFirstAnswered && next !== undefined && !isStopped && error === undefined;
  useEffect(() => {
    if (!isAsking || next === undefined) return;
    let isWanted = true;
    queryClient.query(accountsQuery(next)).then(
      (page) => isWanted && setAsked((now) => (now.calls === calls ? { calls, pages: [...now.pages, page] } : now)),
      (failure: unknown) => isWanted && setAsked((now) => (now.calls === calls ? { ...now, error: failure } : now)),
    );
    return () => {
      isWanted = false;
    };
  }, [queryClient, calls, next, isAsking]);
  return {
    pages,
    error,
    isAsking,
    isStopped: isStopped && next !== undefined,
    stop: () => setStopped(true),
    goOn: () => {
      setStopped(false);
      setAsked({ calls, pages });
    },
  };
}
