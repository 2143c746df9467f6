import type { AccountModel } from "@/api/models";
import { sameReferenceId } from "@/domain/reference-id";

/** A row of the people table: a person, or a reference ID that nobody has. */
export type PersonRow = { readonly key: string; readonly referenceId: string | null; readonly account: AccountModel | undefined };

const rowOf = (account: AccountModel): PersonRow => ({ key: account.id, referenceId: account.referenceId, account });

/** Rows as Persona sent them, newest first. */
export const personRows = (accounts: readonly AccountModel[]): PersonRow[] => accounts.map(rowOf);

/** Rows in the order of the reference IDs asked for: every account that has one, or the miss. */
export function rowsByReferenceId(referenceIds: readonly string[], accounts: readonly AccountModel[]): PersonRow[] {
  return referenceIds.flatMap((referenceId) => {
    const hits = accounts.filter((account) => account.referenceId !== null && sameReferenceId(account.referenceId, referenceId));
    return hits.length > 0 ? hits.map(rowOf) : [{ key: `missing ${referenceId}`, referenceId, account: undefined }];
  });
}
