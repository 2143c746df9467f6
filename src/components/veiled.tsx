import EyeIcon from "lucide-react/icons/eye";
import EyeOffIcon from "lucide-react/icons/eye-off";
import type { ReactNode } from "react";
import { revealFailure, useVeil } from "@/components/reveal";
import { IconButton } from "@/ui/icon-button";

type VeiledProps = {
  /** What is behind the veil, for the label of the button and the audit log: "date of birth". */
  what: string;
  /** The part of the page, for the audit log. */
  panel: string;
  /** How long the veil is, in characters: never the length of what it hides. */
  length?: number;
  children: ReactNode;
};

/** Personal data that isn't needed for the task at hand: in the page only after somebody asked to see it, and that was recorded. */
export function Veiled({ what, panel, length = 10, children }: VeiledProps) {
  const { isShown, isRecording, hasFailed, toggle } = useVeil({ panel, fields: what });
  return (
    <span className="inline-block max-w-full">
      <span className="inline-flex max-w-full items-center gap-1">
        {isShown ? (
          <span className="min-w-0">{children}</span>
        ) : (
          <span aria-hidden="true" className="rounded-sm bg-pressed px-1 text-ink-faint select-none">
            {"•".repeat(length)}
          </span>
        )}
        <IconButton size="small" label={isShown ? `Hide ${what}` : `Show ${what}`} aria-busy={isRecording || undefined} onClick={toggle}>
          {isShown ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
      </span>
      {hasFailed && (
        <span role="alert" className="block max-w-48 text-xs text-ink-muted">
          {revealFailure}
        </span>
      )}
    </span>
  );
}
