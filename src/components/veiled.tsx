import { type ReactNode, useState } from "react";
import { IconButton } from "@/ui/icon-button";
import { EyeIcon, EyeOffIcon } from "@/ui/icons";

type VeiledProps = {
  /** What is behind the veil, for the label of the button: "date of birth". */
  what: string;
  /** How long the veil is, in characters: never the length of what it hides. */
  length?: number;
  /** Told once per unveiling, e.g. to write it into an audit trail. */
  onReveal?: () => void;
  children: ReactNode;
};

/** Personal data that isn't needed for the task at hand: in the page only after somebody asked to see it. */
export function Veiled({ what, length = 10, onReveal, children }: VeiledProps) {
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      {open ? (
        <span className="min-w-0">{children}</span>
      ) : (
        <span aria-hidden="true" className="rounded-sm bg-pressed px-1 text-ink-faint select-none">
          {"•".repeat(length)}
        </span>
      )}
      <IconButton
        size="small"
        label={open ? `Hide ${what}` : `Show ${what}`}
        onClick={() => {
          if (!open) onReveal?.();
          setOpen(!open);
        }}
      >
        {open ? <EyeOffIcon /> : <EyeIcon />}
      </IconButton>
    </span>
  );
}
