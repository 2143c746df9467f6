/** Other people's inquiries that were opened on a device of this one, as far as the desk has heard of them. */
import type { SharedDeviceInquiry } from "@/api/generated/desk/types.gen";
import { linkOf, type SessionFacts } from "@/domain/facts";
import { weights, type Signal } from "@/domain/signals/signal";
import { count } from "@/lib/words";

/** One of the others, as the desk knows it without asking Persona. */
export type SharedDeviceInquiryFacts = Readonly<Pick<SharedDeviceInquiry, "inquiryId">> & {
  readonly [Name in keyof SharedDeviceInquiry]?: SharedDeviceInquiry[Name] | null;
};

export type SharedDeviceFacts = {
  /** The last opened first. */
  readonly inquiries: readonly SharedDeviceInquiryFacts[];
  /** How many accounts they are of; one without an account counts by itself. */
  readonly accounts: number;
  /** Whether there are more than are listed and counted. */
  readonly hasMore: boolean;
};

/** Whether there is a device that others may have used: nobody needs to ask about an inquiry that was never opened. */
export const hasDevice = (sessions: readonly SessionFacts[]): boolean =>
  sessions.some((session) => linkOf(session, "device") !== undefined);

/** "3 other accounts", "100 or more other accounts"; the number that is known. */
export const otherAccounts = ({ accounts, hasMore }: SharedDeviceFacts): string =>
  hasMore ? `${accounts.toLocaleString("en")} or more other accounts` : count(accounts, "other account");

/**
 * The signal, where others used a device of this inquiry; it weighs more where one of them was declined. Accounts and not people: one person
 * with several accounts is what it may show.
 */
export function sharedDeviceSignals(shared: SharedDeviceFacts | null | undefined): Signal[] {
  if (!shared || shared.accounts < 1) return [];
  const declined = declinedIn(shared);
  const name = declined > 0 ? "shared-device-declined" : "shared-device";
  return [
    {
      name,
      label: `Same device as ${otherAccounts(shared)}${declined === 0 ? "" : shared.accounts === 1 ? ", declined" : `, ${declined.toLocaleString("en")} of them declined`}`,
      sentence: "One person with several accounts, a family, or a device that stands in a branch.",
      tone: declined > 0 ? "red" : "orange",
      weight: weights[name],
      fact: { of: "devices" },
    },
  ];
}

/** How many of the accounts were declined at least once. */
const declinedIn = ({ inquiries }: SharedDeviceFacts) =>
  new Set(inquiries.filter(({ status }) => status === "declined").map(({ accountId, inquiryId }) => accountId ?? inquiryId)).size;
