import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { useState } from "react";
import { factAnchor } from "@/components/fact-anchor";
import { inPanel } from "@/components/workbench-search";
import type { Signal } from "@/domain/signals/signal";
import { type SignalInput, hasSignalSources, inquirySignals } from "@/domain/signals/inquiry-signals";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import type { Icon } from "@/ui/icon";

type SignalStripProps = SignalInput & { inquiryId: string };

/** So many stand in a line of a screen that is wide; the rest is one press away. */
const shownAtFirst = 6;

/** What is unusual, worst first, each leading to its fact. Says so where nothing is, and nothing where nothing was recorded. */
export function SignalStrip({ inquiryId, ...input }: SignalStripProps) {
  const [isOpen, setOpen] = useState(false);
  const signals = inquirySignals(input);
  if (signals.length === 0 && !hasSignalSources(input)) return null;
  const folded = isOpen ? 0 : Math.max(0, signals.length - shownAtFirst);
  return (
    <section aria-labelledby="signals" className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-1">
      <h2 id="signals" className="text-xs font-medium text-ink-muted">
        Signals
      </h2>
      {signals.length === 0 ? (
        <p className="text-xs text-ink-muted">Nothing unusual in the sessions or in how the flow was filled in.</p>
      ) : (
        <ul aria-labelledby="signals" className="contents">
          {signals.map((signal, index) => (
            <li key={signal.label} className={clsx("max-w-full", index >= shownAtFirst && !isOpen && "hidden print:block")}>
              <SignalLink inquiryId={inquiryId} signal={signal} />
            </li>
          ))}
        </ul>
      )}
      {folded > 0 && (
        <Button size="small" variant="quiet" className="print:hidden" onClick={() => setOpen(true)}>
          {folded} more
        </Button>
      )}
    </section>
  );
}

function anchorOf(fact: Signal["fact"]): string {
  if (fact.of === "session") return factAnchor.session(fact.sessionId);
  return fact.of === "devices" ? factAnchor.sharedDevices : factAnchor.behavior;
}

const icons: Record<Signal["tone"], Icon> = { red: CircleAlertIcon, orange: TriangleAlertIcon, amber: TriangleAlertIcon };

function SignalLink({ inquiryId, signal: { label, sentence, tone, fact } }: { inquiryId: string; signal: Signal }) {
  return (
    <Link
      to="/inquiries/$inquiryId"
      params={{ inquiryId }}
      search={inPanel(fact.of === "behavior" ? "facts" : "sessions")}
      hash={anchorOf(fact)}
      resetScroll={false}
      replace
      className="inline-flex max-w-full rounded hover:brightness-95"
    >
      <Badge tone={tone} icon={icons[tone]} tip={sentence}>
        <bdi>{label}</bdi>
        <span className="sr-only">. {sentence}</span>
      </Badge>
    </Link>
  );
}
