import { clsx } from "clsx";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import { useState } from "react";
import { clampText, sanitizeText } from "@/lib/display-text";
import { entriesOf, type JsonKind, leafOf, summaryOf } from "@/ui/json-node";

const firstMembers = 100;
const firstCharacters = 400;
const nextCharacters = 20_000;

type JsonViewProps = {
  value: unknown;
  label: string;
  /** How many levels are open at first. */
  openLevels?: number;
};

/** Raw JSON as a tree. A branch is made when it is opened, long texts and long lists are cut until asked for: size costs nothing. */
export function JsonView({ value, label, openLevels = 2 }: JsonViewProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-[70vh] overflow-auto rounded bg-sunken p-3 font-mono text-xs">
      <JsonNode value={value} openLevels={openLevels} />
    </section>
  );
}

function JsonNode({ name, value, openLevels }: { name?: string; value: unknown; openLevels: number }) {
  const isBranch = typeof value === "object" && value !== null;
  return isBranch ? <JsonBranch name={name} value={value} openLevels={openLevels} /> : <JsonLeaf name={name} value={value} />;
}

function JsonBranch({ name, value, openLevels }: { name?: string; value: object; openLevels: number }) {
  const [open, setOpen] = useState(openLevels > 0);
  const [limit, setLimit] = useState(firstMembers);
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        className="prints inline-flex min-h-6 items-center gap-1 text-start"
        onClick={() => setOpen(!open)}
      >
        <ChevronRightIcon className={clsx("size-3 text-ink-faint transition-transform", open && "rotate-90")} />
        {name !== undefined && <JsonName name={name} />}
        <span className="text-ink-faint">{summaryOf(value)}</span>
      </button>
      {open && <JsonMembers value={value} limit={limit} openLevels={openLevels} onMore={() => setLimit(limit + firstMembers)} />}
    </div>
  );
}

function JsonMembers({ value, limit, openLevels, onMore }: { value: object; limit: number; openLevels: number; onMore: () => void }) {
  const entries = entriesOf(value) ?? [];
  const left = entries.length - limit;
  return (
    <ul className="ml-1.5 border-l border-line pl-3">
      {entries.slice(0, limit).map((entry) => (
        <li key={entry.key}>
          <JsonNode name={entry.key} value={entry.value} openLevels={openLevels - 1} />
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className="min-h-6 text-link underline" onClick={onMore}>
            Show more ({left} left)
          </button>
        </li>
      )}
    </ul>
  );
}

const leafLooks: Record<JsonKind, string> = { text: "text-ink", number: "text-link", boolean: "text-link", null: "text-ink-faint" };

function JsonLeaf({ name, value }: { name?: string; value: unknown }) {
  const [limit, setLimit] = useState(firstCharacters);
  const { kind, text } = leafOf(value);
  const { text: head, omitted } = clampText(text, limit);
  const quote = kind === "text" ? '"' : "";
  return (
    <div className="min-h-5 pl-4 wrap-anywhere whitespace-pre-wrap">
      {name !== undefined && <JsonName name={name} />}{" "}
      <span className={leafLooks[kind]}>
        {quote}
        <bdi>{sanitizeText(head)}</bdi>
        {omitted === 0 && quote}
      </span>
      {omitted > 0 && (
        <>
          …{" "}
          <button type="button" className="min-h-6 text-link underline" onClick={() => setLimit(limit + nextCharacters)}>
            Show more ({omitted.toLocaleString("en")} characters left)
          </button>
        </>
      )}
    </div>
  );
}

function JsonName({ name }: { name: string }) {
  return (
    <span className="text-ink-muted">
      <bdi>{sanitizeText(clampText(name, 120).text)}</bdi>:
    </span>
  );
}
