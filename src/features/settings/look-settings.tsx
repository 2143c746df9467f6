import { PreferenceMenu } from "@/components/preference-menu";
import { Kbd } from "@/ui/kbd";
import { Section } from "@/ui/section";

/** Personal taste, the same switches as in the menu beside one's name. */
export function LookSettings() {
  return (
    <Section title="Shortcuts and look" description="For you, in this browser. Nobody else sees a difference." className="max-w-xl">
      <div className="-mx-2 -mt-2">
        <PreferenceMenu />
      </div>
      <p className="mt-3 text-xs text-ink-muted">
        <Kbd>?</Kbd> lists the shortcuts of whatever page you are on.
      </p>
    </Section>
  );
}
