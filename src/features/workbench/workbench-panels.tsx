import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { factAnchor } from "@/components/fact-anchor";
import { inPanel, type WorkbenchPanel, workbenchPanels } from "@/components/workbench-search";
import { TabLink, TabLinks } from "@/ui/tab-link";
import { PersonaPdf } from "./persona-pdf";

type WorkbenchPanelsProps = {
  inquiryId: string;
  /** The panel of the address; without one the first is open. */
  open: WorkbenchPanel | undefined;
  counts: Partial<Record<WorkbenchPanel, number | undefined>>;
  children: ReactNode;
};

/** What the evidence was made of: one part at a time, each with an address. An address that names one leads straight to it. */
export function WorkbenchPanels({ inquiryId, open, counts, children }: WorkbenchPanelsProps) {
  const region = useRef<HTMLElement>(null);
  const router = useRouter();
  const cameForPanel = useRef(open !== undefined);
  useEffect(() => {
    if (!cameForPanel.current) return;
    const lead = () => region.current?.scrollIntoView();
    lead();
    // The router puts a new page at its top once it has rendered, which may be before or after this part has its data.
    const stop = router.subscribe("onRendered", () => {
      stop();
      lead();
    });
    return stop;
  }, [router]);
  const current = open ?? workbenchPanels[0].panel;
  return (
    <section ref={region} id={factAnchor.panels} aria-label="Behind the evidence" className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 print:hidden">
        <div className="min-w-0 flex-1">
          <TabLinks label="Behind the evidence">
            {workbenchPanels.map(({ panel, label }) => (
              <TabLink
                key={panel}
                to="/inquiries/$inquiryId"
                params={{ inquiryId }}
                search={inPanel(panel)}
                resetScroll={false}
                replace
                activeOptions={{ includeSearch: true }}
                aria-current={panel === current ? "page" : undefined}
              >
                {label}
                {counts[panel] !== undefined && <span className="text-xs text-ink-muted">{counts[panel]}</span>}
              </TabLink>
            ))}
          </TabLinks>
        </div>
        <PersonaPdf inquiryId={inquiryId} />
      </div>
      <div className="p-4">{children}</div>
    </section>
  );
}
