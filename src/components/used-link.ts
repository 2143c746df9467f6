import { type QueryClient, queryOptions, skipToken } from "@tanstack/react-query";
import { recognizeLink } from "@/api/links/writes";
import type { Complaint } from "@/domain/access/complaint";
import type { IssuedLinkFacts } from "@/domain/facts";
import type { PastedLink } from "@/domain/link-secret";
import type { PersonaLink } from "@/domain/persona-link";

/** The link somebody complains about, as evidence, and what they say of it. It lets nobody in. */
export type UsedLink = {
  readonly link: PersonaLink | undefined;
  /** The line of the desk's ledger; null when the desk did not issue it, undefined when it names no secret to know it by. */
  readonly issued: IssuedLinkFacts | null | undefined;
  /** The ledger was asked and could not say. */
  readonly hasLedgerFailed?: boolean;
  /** What was said to go wrong, with or without a link. */
  readonly complaint?: Complaint | undefined;
};

/** Whether there is a link to tell of, or a secret of one, and not only what was said. */
export const isOfLink = ({ link, issued, hasLedgerFailed }: UsedLink): boolean =>
  link !== undefined || issued !== undefined || hasLedgerFailed === true;

/** What the desk knows of a link that was pasted. @throws ApiError */
export async function askAboutLink({ link, secret }: PastedLink, signal: AbortSignal): Promise<UsedLink> {
  return { link, issued: secret === undefined ? undefined : await recognizeLink(secret, signal) };
}

/** What was pasted about an inquiry or a person last, for the diagnosis. In memory alone: it is never asked for, and gone with the page. */
export const usedLinkQuery = (id: string) =>
  queryOptions<UsedLink>({ queryKey: ["used-link", id], queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY, gcTime: 30 * 60_000 });

/** @param id of the inquiry or the account that the link led to */
export const noteUsedLink = (queryClient: QueryClient, id: string, used: UsedLink): void =>
  void queryClient.setQueryData(usedLinkQuery(id).queryKey, used);
