import "./workbench.css";
import "./evidence-sheet.css";
import { clsx } from "clsx";
import ChevronDownIcon from "lucide-react/icons/chevron-down";
import { type FocusEvent, type ReactNode, useState } from "react";
import { bringForm, usePinnedRail } from "@/features/workbench/use-pinned-rail";
import { SkipLink } from "@/ui/skip-link";

type WorkbenchLayoutProps = {
  header: ReactNode;
  evidence: ReactNode;
  story: ReactNode;
  below: ReactNode;
  /** What can be done: beside the evidence where there is room, else pinned to the bottom of the window. Never over anything. */
  rail: ReactNode;
  /** Nothing is known yet that tells how tall the header will be. What stands below it is kept out of sight, and does not jump when it comes. */
  isPlaceUnknown?: boolean;
};

/**
 * Story, evidence and rail side by side; the parts below them. The order here is the order on a narrow screen, but for the rail: it comes
 * before what it is about, so that the keyboard reaches it early, and stands at its side or pinned below.
 */
export function WorkbenchLayout({ header, evidence, story, below, rail, isPlaceUnknown = false }: WorkbenchLayoutProps) {
  return (
    <div className="workbench-frame">
      <SkipLink to="workbench-rail">Skip to the decision</SkipLink>
      <SkipLink to="workbench-evidence">Skip to the evidence</SkipLink>
      {header}
      <div className="workbench" data-place-unknown={isPlaceUnknown || undefined}>
        <PinnedRail>{rail}</PinnedRail>
        <div id="workbench-evidence" role="group" aria-label="Evidence" tabIndex={-1} className="workbench-evidence">
          {evidence}
        </div>
        <div className="workbench-story">
          <div>{story}</div>
        </div>
        <div className="workbench-below">{below}</div>
      </div>
    </div>
  );
}

/**
 * The rail, which can be folded to one line where it is pinned over the evidence. What is folded stays within reach: a key or Tab that leads
 * into it opens it.
 */
function PinnedRail({ children }: { children: ReactNode }) {
  const rail = usePinnedRail();
  const [isFolded, setFolded] = useState(false);
  const unfold = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(".workbench-rail-fold") === null) setFolded(false);
    bringForm(rail.current, event.target);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of the focus on any control inside
    <div
      ref={rail}
      id="workbench-rail"
      role="group"
      aria-label="What you can do"
      tabIndex={-1}
      className="workbench-rail"
      data-folded={isFolded || undefined}
      onFocus={unfold}
    >
      <button type="button" className="workbench-rail-fold" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
        <span className={clsx(!isFolded && "sr-only")}>Decide and restore access</span>
        <ChevronDownIcon className={clsx(isFolded && "rotate-180")} />
      </button>
      {children}
    </div>
  );
}
