import { useEffect, useRef, useState } from "react";

/**
 * What a dialog asks about, and where the focus goes afterwards: back to the button that asked, or to a place that is still there when the
 * button is not. Not before the dialog is gone: while it stands, nothing behind it takes the focus.
 */
export function useAskingDialog<Subject>() {
  const [subject, setSubject] = useState<Subject>();
  const asked = useRef<Element>(null);
  const next = useRef<Element>(null);
  useEffect(() => {
    if (subject === undefined && next.current instanceof HTMLElement) next.current.focus({ preventScroll: true });
  }, [subject]);
  return {
    /** Undefined while no dialog is open. */
    subject,
    ask: (about: Subject): void => {
      asked.current = document.activeElement;
      setSubject(about);
    },
    /** @param place where the focus goes; the button that asked, by default */
    close: (place: Element | null = asked.current): void => {
      next.current = place;
      setSubject(undefined);
    },
  };
}
