import { MaskedJsonView } from "@/components/masked-json-view";
import { ObjectLink } from "@/components/object-link";
import type { EventFacts } from "@/domain/facts";
import type { StoryEntry } from "@/domain/story/story-types";
import { displayValue } from "@/lib/display-text";

const sources: Record<StoryEntry["source"], string> = {
  event: "Told from the events below.",
  timestamp: "Told from a timestamp of the object itself. Only the events of the inquiry are read here.",
  inferred: "Nothing records this: other facts show that it must have happened.",
};

/** What a sentence was told from: the raw events, the objects, and what is not known. */
export function StoryProof({ entry, events }: { entry: StoryEntry; events: readonly EventFacts[] }) {
  return (
    <div className="flex flex-col gap-2 pb-2 text-xs">
      <p className="text-ink-muted">
        {entry.note !== null && (
          <>
            <bdi>{entry.note}</bdi>{" "}
          </>
        )}
        {sources[entry.source]}
      </p>
      {entry.refs.length > 0 && (
        <p className="-ms-1 flex flex-wrap">{entry.refs.map((ref) => ref.id !== "" && <ObjectLink key={ref.id} id={ref.id} />)}</p>
      )}
      {events.map((event, index) => {
        const name = displayValue(event.name, "Event without a name", 80);
        return (
          <div key={event.id ?? index} className="min-w-0">
            <p className="font-mono">
              <bdi>{name}</bdi>
            </p>
            <MaskedJsonView value={event} label={`Event ${name}`} openLevels={1} />
          </div>
        );
      })}
    </div>
  );
}
