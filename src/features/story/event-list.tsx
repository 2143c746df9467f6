import { useState } from "react";
import { MaskedJsonView } from "@/components/masked-json-view";
import { FailurePanel } from "@/components/failure-panel";
import type { EventFacts } from "@/domain/facts";
import { displayValue } from "@/lib/display-text";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { IdChip } from "@/ui/id-chip";
import { SkeletonLines } from "@/ui/skeleton";
import { Time } from "@/ui/time";

type EventListProps = { events: readonly EventFacts[] | undefined; error: unknown; onRetry: () => void };

/** The raw events, newest first, as Persona keeps them. */
export function EventList({ events, error, onRetry }: EventListProps) {
  if (!events) return error ? <FailurePanel error={error} onRetry={onRetry} headingLevel={3} /> : <SkeletonLines count={8} />;
  if (events.length === 0) {
    return (
      <EmptyState title="No events">
        Persona keeps events for a limited time (30 to 90 days). The story above is told from the timestamps of the objects.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-2 text-xs text-ink-muted">
        The events of the inquiry itself, newest first. Those of its sessions and verifications are kept with those objects.
      </p>
      <ul className="divide-y divide-line border-t border-line">
        {events.map((event, index) => (
          <EventRow key={event.id ?? index} event={event} />
        ))}
      </ul>
    </>
  );
}

function EventRow({ event }: { event: EventFacts }) {
  const [opened, setOpened] = useState(false);
  const name = displayValue(event.name, "Event without a name", 80);
  return (
    <li className="py-1">
      <Disclosure
        onToggle={(toggle) => toggle.currentTarget.open && setOpened(true)}
        summary={
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
            <bdi className="font-mono text-xs text-ink">{name}</bdi>
            <Time value={event.createdAt} show="absolute" fallback="no time" className="text-xs" />
          </span>
        }
      >
        {opened && (
          <>
            {event.id && <IdChip id={event.id} whole className="-ms-1" />}
            <MaskedJsonView value={event} label={`Event ${name}`} />
          </>
        )}
      </Disclosure>
    </li>
  );
}
