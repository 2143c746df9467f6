import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/inquiry-lists/queries";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { countingInquiry } from "@/domain/counting-inquiry";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { readText } from "@/lib/read";
import { Section } from "@/ui/section";
import { peopleSeenQuery } from "./desk-queries";
import { usePeopleSeen } from "@/components/people-seen";

/** The people opened lately in this browser. What can be said of them is asked for anew; without an answer the IDs still lead there. */
export function PeopleSeenList() {
  const ids = usePeopleSeen();
  const { data } = useQuery(peopleSeenQuery(ids));
  return (
    <Section title="Recently viewed" flush={ids.length > 0}>
      {ids.length === 0 ? (
        <p className="text-sm text-ink-muted">People you open appear here. Only their Persona IDs are kept, in this browser.</p>
      ) : (
        <ul className="divide-y divide-line">
          {ids.map((id) => (
            <li key={id}>
              <PersonSeen id={id} page={data} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function PersonSeen({ id, page }: { id: string; page: InquiryPage | undefined }) {
  const inquiries: readonly InquiryModel[] = page?.inquiries.filter(({ links }) => links.account?.id === id) ?? [];
  const referenceId = inquiries.map((inquiry) => readText(inquiry.referenceId)).find((text) => text !== undefined);
  // Only when all of their inquiries are known can one of them be said to count.
  const counting = page && !page.next ? countingInquiry(inquiries) : undefined;
  return (
    <Link
      to="/accounts/$accountId"
      params={{ accountId: id }}
      preload={false}
      className="flex h-10 items-center justify-between gap-2 px-4 text-sm -outline-offset-2 hover:bg-hover"
    >
      {referenceId === undefined ? (
        <span className="font-mono text-xs">{middleEllipsis(id)}</span>
      ) : (
        <bdi className="truncate font-medium" data-tip={id}>
          {displayLine(referenceId)}
        </bdi>
      )}
      {counting && <InquiryStatusBadge status={counting.status} />}
    </Link>
  );
}
