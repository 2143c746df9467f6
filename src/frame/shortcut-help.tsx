import { useState } from "react";
import { shortcuts } from "@/components/shortcut-list";
import { late } from "@/ui/late";
import { useShortcut } from "@/ui/use-shortcuts";

// Few ask for it, so nobody waits for it.
const ShortcutDialog = late(async () => (await import("@/frame/shortcut-dialog")).ShortcutDialog);

/** Opens the list of shortcuts with "?". */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useShortcut(shortcuts.help, () => {
    setOpen(true);
    return { retract: close };
  });
  return (
    open && (
      <ShortcutDialog
        onClose={close}
        instead={
          <p role="alert" className="fixed bottom-4 left-4 z-20 rounded border border-line-strong bg-raised px-4 py-2 shadow-float">
            The shortcuts can't be listed now.{" "}
            <button type="button" className="underline" onClick={close}>
              Close
            </button>
          </p>
        }
      />
    )
  );
}
