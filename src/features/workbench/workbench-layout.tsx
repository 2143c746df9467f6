import "./workbench.css";
import type { ReactNode } from "react";
import { usePinnedRail } from "@/features/workbench/use-pinned-rail";

type WorkbenchLayoutProps = {
  header: ReactNode;
  evidence: ReactNode;
  story: ReactNode;
  below: ReactNode;
  /** What can be done: beside the evidence where there is room, else pinned to the bottom of the window. Never over anything. */
  rail: ReactNode;
};

/** Story, evidence and rail side by side; the parts below them. The order here is the order on a narrow screen. */
export function WorkbenchLayout({ header, evidence, story, below, rail }: WorkbenchLayoutProps) {
  const railRef = usePinnedRail();
  return (
    <div className="workbench-frame">
      {header}
      <div className="workbench">
        <div className="workbench-evidence">{evidence}</div>
        <div className="workbench-story">
          <div>{story}</div>
        </div>
        <div className="workbench-below">{below}</div>
        <div ref={railRef} className="workbench-rail">
          {rail}
        </div>
      </div>
    </div>
  );
}
