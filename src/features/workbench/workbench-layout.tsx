import "./workbench.css";
import type { ReactNode } from "react";
import { usePinnedRail } from "@/features/workbench/use-pinned-rail";
import { SkipLink } from "@/ui/skip-link";

type WorkbenchLayoutProps = {
  header: ReactNode;
  evidence: ReactNode;
  story: ReactNode;
  below: ReactNode;
  /** What can be done: beside the evidence where there is room, else pinned to the bottom of the window. Never over anything. */
  rail: ReactNode;
};

/**
 * Story, evidence and rail side by side; the parts below them. The order here is the order on a narrow screen, but for the rail: it comes
 * before what it is about, so that the keyboard reaches it early, and stands at its side or pinned below.
 */
export function WorkbenchLayout({ header, evidence, story, below, rail }: WorkbenchLayoutProps) {
  const railRef = usePinnedRail();
  return (
    <div className="workbench-frame">
      <SkipLink to="workbench-rail">Skip to the decision</SkipLink>
      <SkipLink to="workbench-evidence">Skip to the evidence</SkipLink>
      {header}
      <div className="workbench">
        <div ref={railRef} id="workbench-rail" role="group" aria-label="What you can do" tabIndex={-1} className="workbench-rail">
          {rail}
        </div>
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
