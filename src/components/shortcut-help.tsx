import { useState } from "react";
import { groupBy } from "@/lib/group-by";
import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";
import { usePreference } from "@/ui/local-preferences";
import type { Shortcut } from "@/ui/shortcut-registry";
import { useActiveShortcuts, useShortcut } from "@/ui/use-shortcuts";

/** Opens with "?" and lists the shortcuts that work on this page right now. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const [shortcuts] = usePreference("shortcuts");
  useShortcut({ keys: "?", label: "Show these shortcuts", group: "Everywhere" }, () => setOpen(true));
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Shortcuts">
      <ShortcutList />
      <p className="mt-4 text-xs text-ink-muted">
        Single keys do nothing while you type. They are {shortcuts}; the menu beside your name changes that.
      </p>
    </Dialog>
  );
}

function ShortcutList() {
  const groups = groupBy(useActiveShortcuts(), (shortcut) => shortcut.group);
  return [...groups].map(([group, entries]) => (
    <section key={group} className="mb-3">
      <h3 className="mb-1 text-xs font-medium text-ink-muted">{group}</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.keys} className="flex items-center justify-between gap-4 border-b border-line py-1.5 text-sm">
            {entry.label}
            <KeyNames shortcut={entry} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function KeyNames({ shortcut }: { shortcut: Shortcut }) {
  const names = shortcut.keys.replace("mod+", "Ctrl+").split("+").map(nameOf);
  return (
    <span className="flex gap-1">
      <span className="sr-only">{names.join(" ")}</span>
      {names.map((name) => (
        <Kbd key={name}>{name}</Kbd>
      ))}
    </span>
  );
}

function nameOf(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
