import { type SubmitEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { FailurePanel } from "@/components/failure-panel";
import { Button } from "@/ui/button";

type ChangeFormProps = {
  /** What the button that sends says. */
  confirm: string;
  /** What it will do. */
  says: string;
  busy: boolean;
  error: unknown;
  onSubmit: () => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** What will be done to a report, in its place: nothing is sent before it is confirmed. */
export function ChangeForm({ confirm, says, busy, error, onSubmit, onCancel, children }: ChangeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // never the button that sends: a key that was meant for something else would press it
  useLayoutEffect(() => form.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape pressed on any control inside arrives here
    <form
      ref={form}
      tabIndex={-1}
      aria-label={confirm}
      noValidate
      className="my-1 flex w-full max-w-xl flex-col gap-3 rounded border border-line-strong bg-surface p-3 text-sm font-normal outline-none print:hidden"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && !busy && onCancel()}
    >
      <p>{says}</p>
      {children}
      {error !== null && <FailurePanel error={error} during="write" headingLevel={3} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {error === null ? confirm : "Try again"}
        </Button>
        <Button variant="quiet" onClick={onCancel} unavailable={busy && "It is being sent"}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
