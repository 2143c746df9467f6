import { type KeyboardEvent, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { FailurePanel } from "@/components/failure-panel";
import { displayLine } from "@/lib/display-text";
import { groupBy } from "@/lib/group-by";
import { count } from "@/lib/words";
import { takePaste } from "@/ui/take-paste";
import { verbatimInput } from "@/ui/verbatim-input";
import { fieldLook, type PaletteProps } from "./palette-loader";
import { isExactly, matching, type PaletteItem } from "./palette-items";
import { PaletteList } from "./palette-list";
import { usePageActions } from "./use-page-actions";
import { type Finder, useSearch } from "./use-search";

type Props = PaletteProps & {
  finder: Finder;
  /** Where one can go from everywhere. */
  places: readonly PaletteItem[];
};

const waitedForMs = 3_000;

/** One field that finds and does: the page's own actions, every screen, people seen lately, and whatever an ID leads to. */
export function Palette({ early, onClose, finder, places }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { search, look, lookNext, change, say } = useSearch(finder, early.text, (hit) => onClose(hit.open));
  const [chosen, setChosen] = useState(0);
  const actions = usePageActions();
  const { text, isAsking, finding, error, message } = search;
  const named = text.trim() === "" ? [] : matching([...actions, ...places], text);
  // in the order they are shown in, group by group
  const items = [...groupBy(itemsOf(), ({ group }) => group).values()].flat();
  const current = items[Math.min(chosen, items.length - 1)];

  function itemsOf(): readonly PaletteItem[] {
    if (finding) {
      const hits = finding.hits.map((hit) => ({ id: hit.id, group: finding.title, label: hit.label, detail: hit.id, run: hit.open }));
      return finding.next ? [...hits, { id: "look-next", group: "Find", label: finding.next.label, run: lookNext }] : hits;
    }
    if (text.trim() === "") return [...actions, ...places];
    const lookUp = { id: "look-up", group: "Find", label: `Look up “${displayLine(text, 60)}”`, run: look };
    return finder.isTarget(text) ? [lookUp, ...named] : [...named, lookUp];
  }

  const choose = (item: PaletteItem | undefined) => {
    if (!item || isAsking) return;
    if (item.unavailable !== undefined) return say(`${item.label}: ${item.unavailable}`);
    // these two stay here
    if (item.run === look || item.run === lookNext) return item.run();
    onClose(item.run);
  };

  useLayoutEffect(() => {
    const { current: node } = field;
    node?.focus();
    node?.setSelectionRange(node.value.length, node.value.length);
  }, []);
  // what was never seen is not chosen: only what was named in full, or what nothing here is called; and nothing that nobody waits for any more
  const enterEarly = useEffectEvent((enteredAt: number) => {
    const exact = named.find((item) => isExactly(item, text));
    if (performance.now() - enteredAt > waitedForMs) say("Nothing was done: this took too long to open. Choose now.");
    else if (exact) choose(exact);
    else if (named.length === 0 && text.trim() !== "") look();
    else say("Nothing was done: Enter came before the list. Choose now.");
  });
  useEffect(() => {
    const { enteredAt } = early;
    if (enteredAt === undefined) return;
    const timer = setTimeout(() => enterEarly(enteredAt));
    return () => clearTimeout(timer);
  }, [early]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setChosen(current ? (items.indexOf(current) + step + items.length) % items.length : 0);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (!event.repeat) choose(current);
    } else {
      return;
    }
    event.preventDefault();
  };
  const retype = (typed: string) => {
    setChosen(0);
    change(typed);
  };

  const outcome = finding?.sentence === undefined ? undefined : `${finding.title}. ${finding.sentence}`;
  const said = isAsking ? "Looking it up…" : (message ?? outcome);
  return (
    <div className="flex max-h-[calc(100dvh-2rem)] flex-col sm:max-h-[min(32rem,calc(86dvh-1rem))]">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Find or do"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${current.id}`}
        aria-autocomplete="list"
        aria-busy={isAsking || undefined}
        {...verbatimInput}
        placeholder="Action, screen, person or ID"
        className={fieldLook}
        value={text}
        // what is typed while it is looked up is meant for the page that is on its way, and would change the question
        readOnly={isAsking}
        onChange={(event) => retype(event.target.value)}
        onPaste={(event) => takePaste(event, retype)}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={said === undefined ? "sr-only" : "border-b border-line px-4 py-2 text-sm"}>
        {said ?? count(items.length, "entry", "entries")}
      </p>
      {error !== undefined && (
        <div className="p-2">
          <FailurePanel error={error} onRetry={look} />
        </div>
      )}
      <PaletteList id={id} items={items} current={current} onPoint={(item) => setChosen(items.indexOf(item))} onChoose={choose} />
    </div>
  );
}
