import { usePreference } from "@/ui/local-preferences";
import { Select } from "@/ui/select";
import { Switch } from "@/ui/switch";

const themes = [
  { value: "system", label: "Match system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Personal taste, kept in this browser. */
export function PreferenceMenu() {
  const [theme, setTheme] = usePreference("theme");
  const [density, setDensity] = usePreference("density");
  const [shortcuts, setShortcuts] = usePreference("shortcuts");
  return (
    <div className="flex flex-col">
      <Select
        label="Theme"
        className="p-2"
        options={themes}
        value={theme}
        onChange={(event) => setTheme(themes.find(({ value }) => value === event.target.value)?.value ?? "system")}
      />
      <Switch label="Compact rows" checked={density === "compact"} onChange={(on) => setDensity(on ? "compact" : "comfortable")} />
      <Switch label="Single-key shortcuts" checked={shortcuts === "on"} onChange={(on) => setShortcuts(on ? "on" : "off")} />
    </div>
  );
}
