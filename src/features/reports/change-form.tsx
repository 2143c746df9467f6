import { type ReactNode, useLayoutEffect, useRef } from "react";
import { WriteForm } from "@/components/write-form";

type ChangeFormProps = {
  /** What the button that sends says. */
  confirm: string;
  /** What it will do. */
  says: string;
  busy: boolean;
  error: unknown;
  onSubmit: () => unknown;
  onCancel: () => void;
  children?: ReactNode;
};

/** What will be done to a report, in its place: nothing is sent before it is confirmed. */
export function ChangeForm({ confirm, says, busy, error, onSubmit, onCancel, children }: ChangeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.focus(), []);
  return (
    <WriteForm
      ref={form}
      tabIndex={-1}
      label={confirm}
      error={error}
      busy={busy}
      className="my-1 w-full max-w-xl rounded border border-line-strong bg-surface p-3 text-sm font-normal outline-none print:hidden"
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === "Escape" && !busy && onCancel()}
      send={{ label: confirm, retryLabel: "Try again" }}
      onCancel={onCancel}
    >
      <p>{says}</p>
      {children}
    </WriteForm>
  );
}
