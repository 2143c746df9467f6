import { useQuery } from "@tanstack/react-query";
import { inquiryCountsQuery } from "@/api/inquiry-index/queries";
import { readTime } from "@/lib/read";
import { formatAgo } from "@/lib/time";
import { useNow } from "@/ui/now";
import { inquiryFilters, type InquirySearch } from "./inquiry-search";

/** How many inquiries fit in all, and as of when the desk's index knows. Nothing is said where that could not be read: the rows stand without. */
export function InquiryTotal({ search }: { search: InquirySearch }) {
  const now = useNow();
  const { data } = useQuery(inquiryCountsQuery(inquiryFilters(search)));
  if (data === undefined) return null;
  const heardAt = readTime(data.index.lastWebhookAt);
  const sweptAt = readTime(data.index.sweptAt);
  return (
    <span className="tabular-nums">
      {` · ${data.total.toLocaleString("en")} in all`}
      {heardAt !== undefined && ` · last change heard of ${formatAgo(now - heardAt)}`}
      {heardAt === undefined && sweptAt !== undefined && ` · compared with Persona ${formatAgo(now - sweptAt)}`}
    </span>
  );
}
