import { PreferenceMenu } from "@/components/preference-menu";
import { shortcuts } from "@/components/shortcut-list";
import { Kbd } from "@/ui/kbd";
import { Section } from "@/ui/section";
import { useBoundKey } from "@/ui/use-shortcuts";
import { HoldChoice } from "./hold-choice";
import { ShortcutSettings } from "./shortcut-settings";

/** Personal taste, the same switches as in the menu beside one's name. */
export function LookSettings() {
  const helpKey = useBoundKey(shortcuts.help);
  return (
    <Section title="Shortcuts and look" description="For you, in this browser. Nobody else sees a difference." className="max-w-xl">
      <div className="-mx-2 -mt-2">
        <PreferenceMenu />
        <div className="p-2">
          <HoldChoice />
        </div>
      </div>
      <p className="mt-3 text-xs text-ink-muted">
        <Kbd>{helpKey.toUpperCase()}</Kbd> lists the shortcuts of whatever page you are on. A single key counts only when it stands alone:
        what is typed in a run is taken for text that was meant for somewhere else. Choose other keys below.
      </p>
      <ShortcutSettings />
    </Section>
  );
}
