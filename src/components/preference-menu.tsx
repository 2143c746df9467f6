import { usePreference } from "@/ui/local-preferences";
import { Switch } from "@/ui/switch";

/** Personal taste, kept in this browser. */
export function PreferenceMenu() {
  const [density, setDensity] = usePreference("density");
  const [shortcuts, setShortcuts] = usePreference("shortcuts");
  return (
    <div className="flex flex-col">
      <Switch label="Compact rows" checked={density === "compact"} onChange={(on) => setDensity(on ? "compact" : "comfortable")} />
      <Switch label="Single-key shortcuts" checked={shortcuts === "on"} onChange={(on) => setShortcuts(on ? "on" : "off")} />
    </div>
  );
}
