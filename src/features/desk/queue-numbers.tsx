import { Link, type LinkProps } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { describeFailure } from "@/components/failure";
import { formatDuration } from "@/lib/time";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { Skeleton } from "@/ui/skeleton";
import { openQuery, openStatuses, reviewQueueQuery } from "./desk-queries";
import { countLabel, oldestWaiting } from "./samples";

/** How much there is to do. Counted from one page each: "100+" is as much as can be said. @param isToldAbove why there is nothing to count */
export function QueueNumbers({ isToldAbove }: { isToldAbove: boolean }) {
  const review = useQuery(reviewQueueQuery());
  const open = useQuery(openQuery());
  const now = useNow();
  const oldest = review.data && oldestWaiting(review.data.inquiries);
  const wait = oldest !== undefined && <span className="whitespace-nowrap">{formatDuration(Math.max(0, now - oldest))}</span>;
  return (
    <Section title="Queue">
      <dl className="grid grid-cols-2 gap-4">
        <Figure
          name="Needs review"
          list={{ to: "/review" }}
          query={review}
          says={isToldAbove ? "nothing" : "why"}
          value={review.data && countLabel(review.data)}
        >
          {wait && (
            <>
              {review.data?.next ? "Oldest of the newest 100:" : "Oldest:"} {wait}
            </>
          )}
        </Figure>
        <Figure
          name="Open"
          list={{ to: "/inquiries", search: { status: openStatuses.join(",") } }}
          query={open}
          says="nothing"
          value={open.data && countLabel(open.data)}
        >
          Users have not begun, or not finished
        </Figure>
      </dl>
    </Section>
  );
}

type FigureProps = {
  name: string;
  /** The list of what is counted. */
  list: Pick<LinkProps, "to" | "search">;
  query: { isError: boolean; error: unknown; refetch: () => unknown };
  /** Of a failure: nothing where the page says it, or the list of the same inquiries does. */
  says: "why" | "nothing";
  value: string | undefined;
  children: ReactNode;
};

function Figure({ name, list, query, says, value, children }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="flex min-h-12 flex-col">
        {query.isError && says === "nothing" ? (
          <span className="text-xl text-ink-muted">
            <span aria-hidden>–</span>
            <span className="sr-only">Not known</span>
          </span>
        ) : query.isError ? (
          <span className="flex flex-wrap items-center gap-2 text-sm" role="alert">
            {describeFailure(query.error).title}
            <Button size="small" onClick={() => void query.refetch()}>
              Try again
            </Button>
          </span>
        ) : value === undefined ? (
          <Skeleton className="mt-1 h-6 w-10" />
        ) : (
          <Link {...list} preload={false} className="w-fit text-xl font-semibold tabular-nums hover:underline">
            {value}
            <span className="sr-only"> inquiries: {name}</span>
          </Link>
        )}
        <span className="text-xs text-ink-muted">{value !== undefined && value !== "0" && children}</span>
      </dd>
    </div>
  );
}
