import { useCleanAddress } from "@/components/use-clean-address";
import { count, joinWords, pluralOf } from "@/lib/words";
import { Notice } from "@/ui/notice";
import { type InquirySearch, readInquirySearch, secretPart } from "./inquiry-search";

/** What of an answer the list left out. */
export function StrangersNotice({ count: strangers }: { count: number }) {
  return (
    <Notice kind="warning" role="status">
      Persona answered with {count(strangers, "inquiry", "inquiries")} that {pluralOf(strangers, "does", "do")} not match. They are left
      out.
    </Notice>
  );
}

/** What of an address the list left out. */
export function UnreadNotice({ search }: { search: InquirySearch }) {
  useCleanAddress("/inquiries", readInquirySearch);
  if (search.unread === undefined) return null;
  const parts = search.unread.split(",");
  const others = parts.filter((part) => part !== secretPart).map((part) => `“${part}”`);
  return (
    <Notice kind="warning" role="status">
      {others.length > 0 && `Left out of the address, since no status is called so: ${joinWords(others)}. `}
      {parts.includes(secretPart) &&
        "The reference ID in the address held a session token, a key or a one-time link. It was taken out and not sent."}
    </Notice>
  );
}
