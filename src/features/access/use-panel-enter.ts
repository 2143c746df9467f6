import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { strayedKeys } from "@/ui/shortcut-registry";

export type PanelEnter =
  | "none"
  /** It came before there was anything to do, and is kept until there is. */
  | "kept"
  /** Something else had been typed before it: it may belong to a line that went astray. */
  | "refused";

/**
 * Enter on the panel itself, which has the focus from the moment it opens and never the button that acts: sends the form in it, where that is the remedy. Keys can be
 * faster than the answer the form is made from.
 * @param opened anew each time it is opened, with how much text had gone astray by then
 */
export function usePanelEnter(opened: { strayed: number }) {
  const panel = useRef<HTMLDivElement>(null);
  const [enter, setEnter] = useState<PanelEnter>("none");
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [opened]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Enter" || event.repeat || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (strayedKeys() !== opened.strayed) return setEnter("refused");
    const form = event.currentTarget.querySelector<HTMLFormElement>("form[data-advised]");
    setEnter(form ? "none" : "kept");
    form?.requestSubmit();
  };
  return { panel, enter, onKeyDown };
}
