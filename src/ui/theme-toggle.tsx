import MonitorIcon from "lucide-react/icons/monitor";
import MoonIcon from "lucide-react/icons/moon";
import SunIcon from "lucide-react/icons/sun";
import { IconButton } from "@/ui/icon-button";
import { usePreference } from "@/ui/local-preferences";

const themes = {
  system: { next: "light", icon: MonitorIcon, words: "the system's theme" },
  light: { next: "dark", icon: SunIcon, words: "light theme" },
  dark: { next: "system", icon: MoonIcon, words: "dark theme" },
} as const;

/** Goes round system, light, dark. */
export function ThemeToggle() {
  const [theme, setTheme] = usePreference("theme");
  const { next, icon: ThemeIcon, words } = themes[theme];
  return (
    <IconButton label={`Using ${words}. Switch to ${themes[next].words}`} onClick={() => setTheme(next)}>
      <ThemeIcon />
    </IconButton>
  );
}
