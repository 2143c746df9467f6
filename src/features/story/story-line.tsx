import { useState } from "react";
import { storyActors } from "@/features/story/story-actors";
import { StoryProof } from "@/features/story/story-proof";
import type { EventFacts } from "@/domain/facts";
import type { StoryEntry } from "@/domain/story/story-types";
import { formatAbsolute, formatClock } from "@/lib/time";

type StoryLineProps = { entry: StoryEntry; gap: string | null; events: readonly EventFacts[] };

/** One sentence of the story; it opens to what it was told from. */
export function StoryLine({ entry, gap, events }: StoryLineProps) {
  const [opened, setOpened] = useState(false);
  const { word, icon: ActorIcon } = storyActors[entry.actor];
  return (
    <li className="group/line relative ps-7">
      <span aria-hidden="true" className="absolute inset-y-0 start-2 w-px bg-line group-last/line:hidden" />
      {gap !== null && <p className="py-1 text-xs text-ink-faint">{gap}</p>}
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary className="-mx-1 cursor-pointer list-none rounded px-1 py-1 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
          <span
            aria-hidden="true"
            data-tone={entry.tone}
            className="absolute start-0 mt-0.5 grid size-4.5 place-items-center rounded-full border border-tone-line bg-tone-soft text-tone-text"
          >
            <ActorIcon className="size-3" />
          </span>
          <span className="flex flex-wrap gap-x-2 text-xs text-ink-muted print:me-2 print:inline-flex">
            <time dateTime={new Date(entry.at).toISOString()} data-tip={formatAbsolute(entry.at)}>
              {formatClock(entry.at)}
            </time>
            <span>{entry.who === null ? word : <bdi>{entry.who}</bdi>}</span>
            {entry.source === "inferred" && <span className="italic">inferred</span>}
          </span>
          <span className="block wrap-anywhere print:inline">
            <bdi>{entry.sentence}</bdi>
          </span>
        </summary>
        {opened && <StoryProof entry={entry} events={events} />}
      </details>
    </li>
  );
}
