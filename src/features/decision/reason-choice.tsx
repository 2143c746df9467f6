import CircleAlertIcon from "lucide-react/icons/circle-alert";
import { useId } from "react";
import type { DecisionReason } from "@/domain/default-settings";
import { displayLine } from "@/lib/display-text";
import { reasonShortcuts } from "@/components/page-shortcuts";
import { Kbd } from "@/ui/kbd";
import type { Opened, ShortcutDefinition } from "@/ui/shortcut-definition";
import { useShortcut, useShortcutKey } from "@/ui/use-shortcuts";

type ReasonChoiceProps = {
  reasons: readonly DecisionReason[];
  /** Empty for none. */
  chosen: string;
  isNeeded: boolean;
  error: string | undefined;
  /** Chooses one, or takes the choice back. @returns what undoes that */
  onToggle: (reason: DecisionReason) => Opened;
};

/** The company's reasons for a decision: a click or a digit chooses one, the same again takes it back. */
export function ReasonChoice({ reasons, chosen, isNeeded, error, onToggle }: ReasonChoiceProps) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-required={isNeeded}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <p id={`${id}-label`} className="mb-1 text-xs font-medium text-ink-muted">
        Reason{isNeeded ? "" : " (optional)"}
      </p>
      <div className="flex flex-col gap-px">
        {reasons.map((reason, index) => {
          const option = { reason, isChosen: reason.id === chosen, name: id, onToggle: () => onToggle(reason) };
          const shortcut = reasonShortcuts[index];
          return shortcut ? <WithDigit key={reason.id} {...option} shortcut={shortcut} /> : <ReasonOption key={reason.id} {...option} />;
        })}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" data-tone="red" className="mt-1 flex items-start gap-1 text-xs text-tone-text">
          <CircleAlertIcon className="mt-px size-3.5" />
          {error}
        </p>
      )}
    </div>
  );
}

type ReasonOptionProps = {
  reason: DecisionReason;
  isChosen: boolean;
  name: string;
  onToggle: () => Opened;
  digit?: string | undefined;
};

function WithDigit({ shortcut, ...option }: ReasonOptionProps & { shortcut: ShortcutDefinition }) {
  useShortcut(shortcut, option.onToggle, { label: displayLine(option.reason.label, 60) });
  return <ReasonOption {...option} digit={useShortcutKey(shortcut)} />;
}

function ReasonOption({ reason: { label, comment }, digit, isChosen, name, onToggle }: ReasonOptionProps) {
  return (
    <label className="flex items-start gap-2 rounded px-1.5 py-1 text-sm leading-snug hover:bg-pressed has-checked:bg-pressed">
      <input
        type="radio"
        className="mt-0.5 size-4 flex-none accent-(--accent)"
        name={name}
        checked={isChosen}
        aria-keyshortcuts={digit}
        // a chosen radio button tells of no change when it is pressed again
        onClick={() => isChosen && onToggle()}
        onChange={onToggle}
      />
      <span className="min-w-0 flex-1">
        <bdi>{displayLine(label, 80)}</bdi>
        {comment === "required" && <span className="text-ink-muted"> · with a comment</span>}
      </span>
      {digit !== undefined && <Kbd className="mt-px border-line-strong bg-transparent text-ink-muted max-sm:hidden">{digit}</Kbd>}
    </label>
  );
}
