import { Link } from "@tanstack/react-router";
import CommandIcon from "lucide-react/icons/command";
import PanelLeftIcon from "lucide-react/icons/panel-left";
import { sections } from "@/frame/sections";
import { shortcuts } from "@/components/shortcut-list";
import { Kbd } from "@/ui/kbd";
import { usePreference } from "@/ui/local-preferences";
import { runShortcut } from "@/ui/shortcut-registry";
import { isMac } from "@/ui/send-key";

/** The left rail: the mark, the sections, and the switch that narrows it to icons. */
export function FrameRail({ onNavigate, collapsible = true }: { onNavigate?: () => void; collapsible?: boolean }) {
  const [rail, setRail] = usePreference("rail");
  const isCollapsed = collapsible && rail === "collapsed";
  return (
    <nav className="frame-rail" aria-label="Sections">
      <div className="frame-brand">
        <BrandMark />
        <span className="frame-word">Inquiry Desk</span>
      </div>
      <ul className="frame-sections">
        {sections.map(({ to, label, icon: SectionIcon, exact }) => (
          <li key={to}>
            <Link
              to={to}
              className="frame-link"
              activeOptions={{ exact, includeSearch: false }}
              data-tip={isCollapsed ? label : undefined}
              onClick={onNavigate}
            >
              <SectionIcon />
              <span className="frame-word">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="p-2">
        <button
          type="button"
          className="frame-link"
          aria-keyshortcuts="Control+K Meta+K"
          data-tip={isCollapsed ? "Commands" : undefined}
          onClick={() => {
            onNavigate?.();
            runShortcut(shortcuts.palette.id);
          }}
        >
          <CommandIcon />
          <span className="frame-word flex-1 text-start">Commands</span>
          {!isCollapsed && <Kbd className="border-line-strong text-ink-muted">{isMac() ? "⌘ K" : "Ctrl K"}</Kbd>}
        </button>
        {collapsible && (
          <button
            type="button"
            className="frame-link"
            aria-expanded={!isCollapsed}
            data-tip={isCollapsed ? "Expand" : undefined}
            onClick={() => setRail(isCollapsed ? "open" : "collapsed")}
          >
            <PanelLeftIcon />
            <span className="frame-word">{isCollapsed ? "Expand" : "Collapse"}</span>
          </button>
        )}
      </div>
    </nav>
  );
}

/** The desk's mark; favicon.svg and index.html draw the same. */
export function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--accent)" />
      <path
        d="M6 10.5 9 13.5 14.5 6.5"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
