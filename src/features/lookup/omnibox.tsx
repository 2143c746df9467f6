import { useMatches } from "@tanstack/react-router";
import { clsx } from "clsx";
import ArrowRightIcon from "lucide-react/icons/arrow-right";
import LoaderIcon from "lucide-react/icons/loader-circle";
import SearchIcon from "lucide-react/icons/search";
import XIcon from "lucide-react/icons/x";
import { useId, useRef } from "react";
import { shortcuts } from "@/components/shortcut-list";
import { Kbd } from "@/ui/kbd";
import { late } from "@/ui/late";
import { takePaste } from "@/ui/take-paste";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";
import { verbatimInput } from "@/ui/verbatim-input";
import { isQuiet, loadLookUp, useLookup } from "./use-lookup";

const OmniboxAnswer = late(async () => (await import("./omnibox-answer")).OmniboxAnswer);

/** The search field of the top bar. On the desk's front page the large one stands in the page instead: there is one at a time. */
export function Omnibox() {
  // The page on screen, not the address: that one changes as soon as another page is on its way.
  const isFrontPage = useMatches({ select: (matches) => matches.at(-1)?.routeId === "/" });
  return isFrontPage ? null : <OmniboxField size="bar" />;
}

/** The search field of the front page, where people begin: large, and focused from the start. */
export function FrontOmnibox() {
  return <OmniboxField size="front" />;
}

const sizes = {
  bar: { field: "h-8 text-sm", lead: "pl-8 pr-10", icon: "left-2.5", action: "right-1 size-6" },
  front: { field: "h-12 text-md", lead: "pl-11 pr-12", icon: "left-4", action: "right-2 size-8" },
} as const;

function OmniboxField({ size }: { size: keyof typeof sizes }) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { state, change, submit, dismiss } = useLookup({ onArrived: () => field.current?.blur() });
  const shortcutKey = useShortcutKey(shortcuts.find);
  useShortcut(shortcuts.find, () => {
    field.current?.focus();
    field.current?.select();
  });
  const look = sizes[size];
  return (
    <div role="search" aria-label="People and inquiries" className="relative">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label htmlFor={id} className="sr-only">
          Find a person or an inquiry
        </label>
        <span className={clsx("pointer-events-none absolute inset-y-0 flex items-center text-ink-faint", look.icon)}>
          {state.isAsking ? <LoaderIcon className="spin" /> : <SearchIcon />}
        </span>
        <input
          ref={field}
          id={id}
          type="text"
          {...verbatimInput}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the front page is this field: people come to it to paste
          autoFocus={size === "front"}
          placeholder="Reference ID, Persona ID or link"
          aria-describedby={`${id}-answer`}
          aria-keyshortcuts={shortcutKey}
          className={clsx("peer w-full rounded border border-control/60 bg-surface text-ink", look.field, look.lead)}
          value={state.text}
          // what is typed while it is looked up is meant for the page that is on its way, and would change the question
          readOnly={state.isAsking}
          onFocus={() => void loadLookUp()}
          onChange={(event) => change(event.target.value)}
          onPaste={(event) => takePaste(event, change)}
          onKeyDown={(event) => {
            if (event.key === "Escape") dismiss();
            // the key that leads here, pressed by habit where one already is
            else if (event.key.toUpperCase() === shortcutKey && state.text === "") event.preventDefault();
          }}
        />
        {state.text === "" ? (
          shortcutKey !== undefined && (
            <Kbd className="absolute inset-y-0 right-2 my-auto border-line-strong bg-canvas text-ink-muted peer-focus:hidden max-sm:hidden">
              {shortcutKey}
            </Kbd>
          )
        ) : (
          <button
            type={state.isAsking ? "button" : "submit"}
            aria-label={state.isAsking ? "Stop" : "Go"}
            onClick={state.isAsking ? dismiss : undefined}
            className={clsx("absolute inset-y-0 my-auto grid place-items-center rounded text-ink-muted hover:bg-pressed", look.action)}
          >
            {state.isAsking ? <XIcon /> : <ArrowRightIcon />}
          </button>
        )}
      </form>
      {/* Always in the document, so that what appears in it is heard. */}
      <div id={`${id}-answer`} aria-live="polite">
        {state.isAsking && <span className="sr-only">Looking it up</span>}
        {!isQuiet(state) && (
          <OmniboxAnswer
            state={state}
            onDismiss={dismiss}
            onRetry={() => void submit()}
            instead={<p className="p-2">The answer can't be shown now.</p>}
          />
        )}
      </div>
    </div>
  );
}
