import { useQuery } from "@tanstack/react-query";
import { settingsQuery } from "@/api/settings/queries";
import { reasonsFor } from "@/domain/decision-requirements";
import type { DecisionReason } from "@/domain/default-settings";
import { readList, readProperty, readText } from "@/lib/read";
import type { DecisionAction } from "@/domain/rehearsal";

/** The company's reasons for a decision, in its order; undefined while they are not known, or of no decision. */
export function useReasons(action: DecisionAction | undefined): readonly DecisionReason[] | undefined {
  const settings = useQuery(settingsQuery()).data;
  const value = settings?.get("decisionReasons")?.value;
  if (action === undefined || !Array.isArray(value)) return undefined;
  // the contract promises the rest; without an ID and words one can be neither chosen nor told
  const readable = readList(value).filter(
    (reason) => readText(readProperty(reason, "id")) !== undefined && readText(readProperty(reason, "label")) !== undefined,
  ) as readonly DecisionReason[];
  return reasonsFor(action, readable);
}
