import { clsx } from "clsx";
import type { ComponentProps } from "react";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** What the button does: its accessible name, and its tooltip. */
  label: string;
  size?: "small" | "medium";
};

export function IconButton({ label, size = "medium", className, type = "button", children, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- "button" unless the caller submits a form with it
      type={type}
      aria-label={label}
      data-tip={label}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded text-ink-muted transition-colors hover:bg-pressed hover:text-ink",
        "disabled:cursor-not-allowed disabled:text-ink-faint disabled:opacity-60 disabled:hover:bg-transparent aria-pressed:bg-pressed aria-pressed:text-ink",
        size === "small" ? "size-6" : "size-8",
        className,
      )}
    >
      {children}
    </button>
  );
}
