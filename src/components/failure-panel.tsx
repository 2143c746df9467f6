import BanIcon from "lucide-react/icons/ban";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import ClockIcon from "lucide-react/icons/clock";
import LockIcon from "lucide-react/icons/lock";
import RefreshIcon from "lucide-react/icons/refresh-cw";
import SearchIcon from "lucide-react/icons/search";
import WifiOffIcon from "lucide-react/icons/wifi-off";
import { type ReactNode, useState } from "react";
import { describeFailure, type FailureKind } from "@/components/failure";
import { ErrorPanel } from "@/ui/error-panel";
import type { Icon } from "@/ui/icon";
import { useNow } from "@/ui/now";
import type { Tone } from "@/ui/tone";

const looks: Record<FailureKind, { icon: Icon; tone: Tone }> = {
  "signed-out": { icon: LockIcon, tone: "neutral" },
  forbidden: { icon: BanIcon, tone: "amber" },
  "not-found": { icon: SearchIcon, tone: "neutral" },
  conflict: { icon: RefreshIcon, tone: "amber" },
  refused: { icon: BanIcon, tone: "red" },
  "rate-limited": { icon: ClockIcon, tone: "amber" },
  server: { icon: CircleAlertIcon, tone: "red" },
  network: { icon: WifiOffIcon, tone: "red" },
  crash: { icon: CircleAlertIcon, tone: "red" },
};

type FailurePanelProps = {
  error: unknown;
  /** Whether the user was looking at something or had sent something. */
  during?: "read" | "write";
  /** Whether anything was sent, where the caller knows better. */
  sent?: string | undefined;
  /** Absent when there is nothing to try again. Only offered where another try can help. */
  onRetry?: () => void;
  /** Another way to go on, e.g. a link to a page that works. */
  actions?: ReactNode;
  headingLevel?: 1 | 2 | 3;
};

/** Any failure as a panel: what happened, whether anything was sent, the request ID, and the retry that fits. */
export function FailurePanel({ error, during = "read", sent, onRetry, actions, headingLevel }: FailurePanelProps) {
  const failure = describeFailure(error, during);
  const waiting = useCountdown(error, failure.retry?.afterSeconds ?? 0);
  const { icon, tone } = looks[failure.kind];
  return (
    <ErrorPanel
      title={failure.title}
      icon={icon}
      tone={tone}
      headingLevel={headingLevel}
      actions={actions}
      sent={sent ?? failure.sent}
      requestId={failure.requestId}
      deskRequestId={failure.deskRequestId}
      // signing in again has a place of its own, over the page; afterwards the same can work
      onRetry={failure.retry || failure.kind === "signed-out" ? onRetry : undefined}
      retryLabel={failure.kind === "conflict" ? "Load again" : "Try again"}
      retryUnavailable={waiting > 0 && `You can try again in ${waiting} s`}
    >
      <p>{failure.text}</p>
      {waiting > 0 && <p className="tabular-nums">You can try again in {waiting} s.</p>}
      {failure.details.length > 0 && (
        <ul className="mt-1 list-inside list-disc">
          {failure.details.map((detail) => (
            <li key={detail}>
              <bdi>{detail}</bdi>
            </li>
          ))}
        </ul>
      )}
    </ErrorPanel>
  );
}

/** Seconds left of a wait that began when this very error was first seen. */
function useCountdown(error: unknown, seconds: number): number {
  const now = useNow(1000);
  const [begun, setBegun] = useState({ error, at: now });
  if (begun.error !== error) setBegun({ error, at: now });
  // Never longer than asked for, even when the system's clock was set back meanwhile.
  return Math.max(0, Math.ceil(Math.min(seconds, seconds - (now - begun.at) / 1000)));
}
