import { clsx } from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "approve" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-hover",
  secondary:
    "border-control bg-surface text-ink hover:bg-hover aria-expanded:bg-pressed aria-pressed:border-accent aria-pressed:bg-selected",
  quiet: "border-transparent text-ink-muted hover:bg-pressed hover:text-ink",
  approve: "border-transparent bg-approve text-on-decision hover:bg-approve-hover",
  danger: "border-transparent bg-danger text-on-decision hover:bg-danger-hover",
};

const sizes: Record<ButtonSize, string> = {
  small: "h-7 gap-1 px-2 text-xs",
  medium: "h-8 gap-1.5 px-3 text-sm",
  large: "h-10 gap-2 px-4 text-base",
};

const off = "border-line-strong bg-sunken text-ink-faint cursor-not-allowed";

/** The classes that buttons and links with the look of a button share. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, unavailable = false): string {
  return clsx(
    "inline-flex shrink-0 select-none items-center justify-center rounded border font-medium whitespace-nowrap hover:transition-colors",
    sizes[size],
    unavailable ? off : variants[variant],
  );
}
