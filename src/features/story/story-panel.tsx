import { useState } from "react";
import type { UserModel } from "@/api/models";
import { factAnchor } from "@/components/fact-anchor";
import { StoryLine } from "@/features/story/story-line";
import { useDeeds } from "@/features/story/use-deeds";
import { inPanel } from "@/components/workbench-search";
import type { EventFacts } from "@/domain/facts";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { storyDays } from "@/domain/story/story-days";
import type { StoryInput } from "@/domain/story/story-types";
import { readText } from "@/lib/read";
import { zoneName } from "@/lib/time";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";

type StoryPanelProps = {
  facts: Omit<StoryInput, "events">;
  /** Undefined while they are on their way, null when they could not be read, or are not asked for. */
  events: readonly EventFacts[] | null | undefined;
  /** They are not asked for while calls are short. */
  areEventsLeft: boolean;
  /** There are older events than the ones given. */
  hasMoreEvents: boolean;
  onRead: () => void;
  isReading: boolean;
  /** Persona's own user who decided, where one did. */
  reviewer: UserModel | undefined;
};

/** What happened, oldest first: days, gaps, actors. What the API cannot know is said to be not recorded. */
export function StoryPanel({ facts, events, areEventsLeft, hasMoreEvents, onRead, isReading, reviewer }: StoryPanelProps) {
  const [everything, setEverything] = useState(false);
  const deeds = useDeeds(facts.inquiry, reviewer);
  if (events === undefined) return <StorySkeleton />;
  const story = tellInquiryStory({ ...facts, events, areEventsLeft, deeds });
  const minor = story.entries.filter((entry) => entry.minor).length;
  const shown = everything ? story.entries : story.entries.filter((entry) => !entry.minor);
  const days = storyDays(shown);
  const first = story.entries[0];
  const inquiryId = readText(facts.inquiry.id);
  const notes = hasMoreEvents ? [...story.notes, "There are more events than the newest hundred that are told here."] : story.notes;
  return (
    <Section
      title="Story"
      aside={first && `Times in ${zoneName(first.at)}`}
      actions={
        <>
          {minor > 0 && (
            <Button size="small" variant="quiet" className="print:hidden" onClick={() => setEverything(!everything)}>
              {everything ? "Show fewer" : `Show ${minor} more`}
              <span className="sr-only"> small steps</span>
            </Button>
          )}
          {inquiryId !== undefined && (
            <TextLink
              to="/inquiries/$inquiryId"
              params={{ inquiryId }}
              search={inPanel("events")}
              hash={factAnchor.panels}
              resetScroll={false}
              replace
              className="text-xs print:hidden"
            >
              See raw events
            </TextLink>
          )}
        </>
      }
    >
      {notes.length > 0 && (
        <div className="mb-3 text-xs text-ink-muted">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {events === null && (
            <Button size="small" className="mt-1" busy={isReading} onClick={onRead}>
              {areEventsLeft ? "Read the events now" : "Read the events again"}
            </Button>
          )}
        </div>
      )}
      {days.length === 0 && <EmptyState title="Nothing is recorded">Persona sent neither events nor times for this inquiry.</EmptyState>}
      {days.map((day) => (
        <section key={day.key} aria-label={day.heading} className="not-first:mt-3">
          <h3 className="mb-1 text-xs font-medium text-ink-muted">{day.heading}</h3>
          <ol>
            {day.items.map(({ entry, gap }, index) => (
              <StoryLine
                key={index}
                entry={entry}
                gap={gap}
                events={entry.eventIds.flatMap((id) => events?.find((event) => readText(event.id) === id) ?? [])}
              />
            ))}
          </ol>
        </section>
      ))}
    </Section>
  );
}

/** In its place while it is on its way. */
export function StorySkeleton() {
  return (
    <Section title="Story">
      <div role="status">
        <span className="sr-only">Loading the story</span>
        <SkeletonLines count={14} />
      </div>
    </Section>
  );
}
