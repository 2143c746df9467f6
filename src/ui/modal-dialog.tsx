import type { ComponentProps } from "react";

type ModalDialogProps = Omit<ComponentProps<"dialog">, "onCancel" | "onClose" | "onClick"> & { onLeave: () => void };

/**
 * The browser's modal dialog, left by Escape and by a click beside it. It ends with them and not when the browser tells of the end: that is
 * later, and who asks for the next one by then would not get it.
 */
export function ModalDialog({ onLeave, ...props }: ModalDialogProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click on the backdrop; Escape is the key
    <dialog
      {...props}
      onCancel={(event) => {
        // a file that was not chosen is cancelled, too
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onLeave();
      }}
      // where the browser ended it unasked; one that was shown again since, as React does while developing, is told of the end late
      onClose={({ currentTarget }) => !currentTarget.open && onLeave()}
      onClick={(event) => event.target === event.currentTarget && onLeave()}
    />
  );
}
