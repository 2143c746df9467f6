import type { AccountModel } from "@/api/models";
import { referenceKey } from "@/domain/reference-id";
import { groupBy } from "@/lib/group-by";

/** A row of the people table: a person, or a reference ID that nobody has. */
export type PersonRow = { readonly key: string; readonly referenceId: string | null; readonly account: AccountModel | undefined };

const rowOf = (account: AccountModel): PersonRow => ({ key: account.id, referenceId: account.referenceId ?? null, account });

/** Rows as Persona sent them, newest first. */
export const personRows = (accounts: readonly AccountModel[]): PersonRow[] => accounts.map(rowOf);

/** Rows in the order of the reference IDs asked for: every account that has one, or the miss. */
export function rowsByReferenceId(referenceIds: readonly string[], accounts: readonly AccountModel[]): PersonRow[] {
  const byKey = groupBy(accounts, ({ referenceId }) => referenceKey(referenceId ?? ""));
  return referenceIds.flatMap(
    (referenceId) =>
      byKey.get(referenceKey(referenceId))?.map(rowOf) ?? [{ key: `missing ${referenceId}`, referenceId, account: undefined }],
  );
}
