import { UnknownParts } from "@/components/unknown-parts";
import { useCleanAddress } from "@/components/use-clean-address";
import { count, pluralOf } from "@/lib/words";
import { Notice } from "@/ui/notice";
import { type InquirySearch, readInquirySearch } from "./inquiry-search";
import { undocumentedIn, unreadIn, withoutUnread } from "./unread-parts";

/** What of an answer the list left out. */
export function StrangersNotice({ count: strangers }: { count: number }) {
  return (
    <Notice kind="warning" role="status">
      Persona answered with {count(strangers, "inquiry", "inquiries")} that {pluralOf(strangers, "does", "do")} not match. They are left
      out.
    </Notice>
  );
}

type AddressPartsProps = {
  search: InquirySearch;
  /** What the address asks for besides, by name. */
  unknown: readonly string[];
  /** Goes to the address without what is not known or not read. */
  onForget: (search: InquirySearch) => void;
};

/** The parts of an address that the list does not know or can't read, and the way to lose them. */
export function AddressParts({ search, unknown, onForget }: AddressPartsProps) {
  const { parts, statuses } = unreadIn(search);
  return (
    <UnknownParts
      isSorted
      names={unknown}
      unread={parts}
      statuses={statuses}
      undocumented={undocumentedIn(search)}
      onForget={() => onForget(withoutUnread(search))}
    />
  );
}

type UnreadNoticeProps = {
  search: InquirySearch;
  /** What is said of a reference ID that was taken out before the list was asked for. */
  leftOut: string | undefined;
};

/** What of an address the list left out besides parts that it knows by name. */
export function UnreadNotice({ search, leftOut }: UnreadNoticeProps) {
  useCleanAddress("/inquiries", readInquirySearch);
  const { hasSecret } = unreadIn(search);
  const said = [
    hasSecret && "The reference ID in the address held a session token, a key or a one-time link. It was taken out and not sent.",
    leftOut,
  ].filter((sentence) => sentence !== false && sentence !== undefined);
  if (said.length === 0) return null;
  return (
    <Notice kind="warning" role="status">
      {said.join(" ")}
    </Notice>
  );
}
