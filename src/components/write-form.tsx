import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { CommandFailure } from "@/components/command-failure";
import { FailurePanel } from "@/components/failure-panel";
import { Button } from "@/ui/button";

type SendButton = Pick<ComponentProps<typeof Button>, "variant" | "size" | "unavailable" | "className"> & {
  /** What it does: "Create token". */
  label: string;
  /** What it says instead while that is under way: "Creating…". */
  busyLabel?: string;
  /** What it says instead after a failure: "Try again". */
  retryLabel?: string;
};

type WriteFormProps = Omit<ComponentProps<"form">, "onSubmit" | "aria-label" | "noValidate"> & {
  /** What the form is, for assistive technology. */
  label: string;
  /** Why the last try failed; null or undefined when it did not. */
  error: unknown;
  /** It is being sent: it is not sent again meanwhile. */
  busy: boolean;
  /** Whether a command of the server is sent, of which a failure says whether it was carried out. */
  isCommand?: boolean;
  /** `handleSubmit(…)` of react-hook-form, or a function of one's own. The page is not left either way. */
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => unknown;
  /** The button that sends it; null where `more` holds it. */
  send: SendButton | null;
  /** Closes the form with nothing sent. */
  onCancel?: () => void;
  cancelLabel?: string;
  /** More ways to go on: after the buttons, or in their place. */
  more?: ReactNode;
  buttonsClassName?: string;
};

/**
 * The shell of every form that writes something: the fields, why the last try failed, the buttons. Where the focus goes when it opens is up to
 * the form, but never to the button that sends: a key that was meant for something else would press it.
 */
export function WriteForm(props: WriteFormProps) {
  const { label, error, busy, isCommand = false, onSubmit, send, onCancel, cancelLabel, more, buttonsClassName, ...form } = props;
  const { className, children, ...rest } = form;
  const hasFailed = error !== null && error !== undefined;
  return (
    <form
      {...rest}
      noValidate
      aria-label={label}
      className={clsx("flex flex-col gap-3", className)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit(event);
      }}
    >
      {children}
      {hasFailed && (isCommand ? <CommandFailure error={error} /> : <FailurePanel error={error} during="write" headingLevel={3} />)}
      {send === null ? (
        more
      ) : (
        <div className={clsx("flex flex-wrap gap-2", buttonsClassName)}>
          <Send {...send} busy={busy} hasFailed={hasFailed} />
          {onCancel && (
            <Button variant="quiet" size={send.size} onClick={onCancel} unavailable={busy && "It is being sent"}>
              {cancelLabel ?? "Cancel"}
            </Button>
          )}
          {more}
        </div>
      )}
    </form>
  );
}

function Send({ label, busyLabel, retryLabel, busy, hasFailed, ...rest }: SendButton & { busy: boolean; hasFailed: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  // what is said about a failure pushes down the button that tries again
  useEffect(() => {
    if (hasFailed) button.current?.scrollIntoView({ block: "nearest" });
  }, [hasFailed]);
  return (
    <Button ref={button} type="submit" variant="primary" busy={busy} {...rest}>
      {busy ? (busyLabel ?? label) : hasFailed ? (retryLabel ?? label) : label}
    </Button>
  );
}
