import { queryOptions } from "@tanstack/react-query";
import { request } from "./client";
import { isForbidden } from "./errors";
import { caseGaps } from "./generated/persona/gaps.gen";
import {
  listAllAccounts,
  listAllEvents,
  listAllInquiries,
  retrieveADocument,
  retrieveAnEvent,
  retrieveAnInquirySession,
  retrieveAReport,
  retrieveAVerification,
  retrieveCase,
} from "./generated/persona/sdk.gen";
import { flat } from "./json-api";
import { accountModel, documentModel, eventModel, inquiryModel, inquirySessionModel, reportModel, verificationModel } from "./models";
import { asAsked, isReferenceId, rowsAsAsked } from "./as-asked";
import { listOf } from "./list-page";
import { keys } from "./query-keys";
import { type Owners, ownersInEvent, ownersOf } from "./owners";

/** Enough to tell one from several. */
const few = 10;

/**
 * Who has this reference ID: accounts, or, where no account has it, inquiries. Both are asked at once; an account decides alone. What
 * carries another reference ID than the one asked for is no answer.
 * @throws ApiError when neither list could say
 */
export async function findByReferenceId(referenceId: string, signal: AbortSignal): Promise<Owners> {
  const query = { filter: { "reference-id": referenceId }, page: { size: few } };
  const inquiries = request(() => listAllInquiries({ signal, query: { ...query, fields: { inquiry: "reference-id" } } }));
  // Awaited further down, if at all: without this its failure would count as an unhandled rejection.
  inquiries.catch(() => undefined);
  const idsOf = (resources: readonly { id: string; referenceId?: string | null | undefined }[]) =>
    rowsAsAsked(resources, (one) => isReferenceId(one.referenceId, referenceId)).asked.map((one) => one.id);
  try {
    // the list of accounts takes a comma for the end of an ID (Persona's API reference, "List all Accounts")
    if (!referenceId.includes(",")) {
      const { data } = await request(() => listAllAccounts({ signal, query: { ...query, fields: { account: "reference-id" } } }));
      const accountIds = idsOf(listOf(data.data).map(accountModel));
      if (accountIds.length > 0) return { accountIds, inquiryIds: [] };
    }
  } catch (error) {
    // A key that may not read accounts can still find inquiries.
    if (!isForbidden(error)) throw error;
  }
  return { accountIds: [], inquiryIds: idsOf(listOf((await inquiries).data.data).map(inquiryModel)) };
}

/** Who has a reference ID, asked anew each time somebody wants to know. */
export const ownersQuery = (referenceId: string) =>
  queryOptions({
    queryKey: keys.accounts({ ownersOf: referenceId }),
    queryFn: ({ signal }) => findByReferenceId(referenceId, signal),
    staleTime: 0,
  });

/** The kinds of objects whose owner can be asked for. */
export type OwnedKind = "inquiry-session" | "verification" | "document" | "selfie" | "report" | "event" | "case";

/**
 * Which inquiries and accounts an object belongs to, with one call that asks for as little of it as Persona allows.
 * @throws ApiError; status 404 when there is no such object in this environment
 */
export async function findOwners({ kind, id }: { kind: OwnedKind; id: string }, signal: AbortSignal): Promise<Owners> {
  const fields = { [kind]: "status,inquiry,account" };
  switch (kind) {
    case "inquiry-session": {
      const { data } = await request(() => retrieveAnInquirySession({ signal, path: { inquirySessionId: id }, query: { fields } }));
      return ownersOf(inquirySessionModel(asAsked(data.data, id)).links);
    }
    case "verification": {
      const { data } = await request(() => retrieveAVerification({ signal, path: { verificationId: id }, query: { fields } }));
      return ownersOf(verificationModel(asAsked(data.data, id)).links);
    }
    case "document": {
      const { data } = await request(() => retrieveADocument({ signal, path: { documentId: id }, query: { fields } }));
      return ownersOf(documentModel(asAsked(data.data, id)).links);
    }
    case "report": {
      const { data } = await request(() => retrieveAReport({ signal, path: { reportId: id }, query: { fields } }));
      return ownersOf(reportModel(asAsked(data.data, id)).links);
    }
    case "case": {
      const query = { fields: { case: "status,inquiries,accounts" } };
      const { data } = await request(() => retrieveCase({ signal, path: { caseId: id }, query }));
      const { inquiries, accounts } = flat(asAsked(data.data, id), caseGaps).links;
      return ownersOf({ inquiry: inquiries, account: accounts });
    }
    case "event": {
      const { data } = await request(() => retrieveAnEvent({ signal, path: { eventId: id } }));
      return ownersInEvent(eventModel(asAsked(data.data, id)));
    }
    case "selfie": {
      // Persona has no operation that retrieves a selfie; its events tell the inquiry.
      const query = { filter: { "object-id": id }, page: { size: 1 } };
      const { data } = await request(() => listAllEvents({ signal, query }));
      const [event] = listOf(data.data).map(eventModel);
      return event ? ownersInEvent(event) : { accountIds: [], inquiryIds: [] };
    }
  }
}
