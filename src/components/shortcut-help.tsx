import { lazy, Suspense, useState } from "react";
import { shortcuts } from "@/components/shortcut-list";
import { useShortcut } from "@/ui/use-shortcuts";

// Few ask for it, so nobody waits for it.
const ShortcutDialog = lazy(async () => ({ default: (await import("@/components/shortcut-dialog")).ShortcutDialog }));

/** Opens the list of shortcuts with "?". */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useShortcut(shortcuts.help, () => {
    setOpen(true);
    return { retract: () => setOpen(false) };
  });
  return (
    open && (
      <Suspense>
        <ShortcutDialog onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}
