import { readInquiries } from "../inquiry-lists/queries";
import { sinceAttributes } from "../inquiries/list-status";
import type { IndexedPage, IndexParams, Unasked } from "./index-page";
import type { ListedInquiry } from "./index-row";

/** A page of Persona's list for what the index was to be asked, as far as Persona can be asked it. */
export async function personasPage(
  params: IndexParams,
  signal: AbortSignal,
): Promise<{ page: Omit<IndexedPage, "index" | "standIn">; unasked: Unasked[] }> {
  const { statuses, templateIds, createdAtStart, createdAtEnd, accountIds, referenceIds, after, before, size, ...others } = params;
  // one at a time: Persona takes a comma for a part of the reference ID
  const [referenceId, ...more] = referenceIds ?? [];
  const isOne = more.length === 0;
  const page = await readInquiries(
    {
      statuses,
      templateIds,
      createdAtStart,
      createdAtEnd,
      size,
      accountId: accountIds?.join(","),
      referenceId: isOne ? referenceId : undefined,
      after: personas(after),
      before: personas(before),
    },
    signal,
  );
  const inquiries = page.inquiries.map((inquiry) => ({ ...inquiry, statusSince: statusSince(inquiry) }));
  const unasked = [...namesOf(others), ...(isOne ? [] : (["referenceIds"] as const))];
  return { page: { ...page, inquiries }, unasked: params.sort === "-created-at" ? unasked.filter((name) => name !== "sort") : unasked };
}

function statusSince(inquiry: ListedInquiry): string | null {
  if (inquiry.status === "created") return inquiry.createdAt || null;
  if (inquiry.status === "pending") return inquiry.startedAt ?? (inquiry.createdAt || null);
  const attribute = sinceAttributes[inquiry.status ?? ""];
  return (attribute && inquiry[attribute]) ?? null;
}

/** A cursor of the index leads nowhere in Persona's list. */
const personas = (cursor: string | undefined) => (cursor?.startsWith("inq_") ? cursor : undefined);

const namesOf = <Part extends object>(parts: Part): (keyof Part)[] =>
  // keys of the very object, which was taken out of one of that type
  (Object.keys(parts) as (keyof Part)[]).filter((name) => parts[name] !== undefined);
