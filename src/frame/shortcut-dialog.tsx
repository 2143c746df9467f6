import { groupBy } from "@/lib/group-by";
import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";
import { usePreference } from "@/ui/local-preferences";
import { boundKey } from "@/ui/shortcut-bindings";
import type { ActiveShortcut } from "@/ui/shortcut-registry";
import { useActiveShortcuts } from "@/ui/use-shortcuts";
import { isMac } from "@/ui/send-key";

/** The shortcuts that work on this page right now, by group. */
export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const [state] = usePreference("shortcuts");
  const groups = groupBy(useActiveShortcuts(), (shortcut) => shortcut.definition.group);
  return (
    <Dialog open onClose={onClose} title="Shortcuts">
      {[...groups].map(([group, shortcuts]) => (
        <section key={group} className="mb-3">
          <h3 className="mb-1 text-xs font-medium text-ink-muted">{group}</h3>
          <ul>
            {shortcuts.map((shortcut) => (
              <li key={shortcut.id} className="flex items-center justify-between gap-4 border-b border-line py-1.5 text-sm">
                {shortcut.label}
                <KeyNames shortcut={shortcut} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-4 text-xs text-ink-muted">
        Single keys do nothing while you type. They are {state}; the menu beside your name changes that.
      </p>
    </Dialog>
  );
}

function KeyNames({ shortcut }: { shortcut: ActiveShortcut }) {
  const key = boundKey(shortcut.definition);
  const names = key.startsWith("mod+") ? [isMac() ? "⌘" : "Ctrl", nameOf(key.slice(4))] : [nameOf(key)];
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
