import CircleAlertIcon from "lucide-react/icons/circle-alert";
import RefreshIcon from "lucide-react/icons/refresh-cw";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import type { Icon } from "@/ui/icon";
import type { Tone } from "@/ui/tone";

type ErrorPanelProps = {
  title: string;
  /** What happened, in plain words. */
  children: ReactNode;
  /** Whether anything was sent or changed, as one sentence. */
  sent?: string;
  /** Persona's and the desk's request ID: support asks for them. */
  requestId?: string | undefined;
  deskRequestId?: string | undefined;
  onRetry?: () => void;
  retryLabel?: string;
  /** Why retrying has to wait, e.g. a countdown. */
  retryUnavailable?: string | false;
  actions?: ReactNode;
  icon?: Icon;
  tone?: Tone;
  headingLevel?: 1 | 2 | 3;
};

/** A failure in the place where the result would have stood. */
export function ErrorPanel(props: ErrorPanelProps) {
  const { title, children, sent, requestId, deskRequestId, onRetry, retryLabel = "Try again", retryUnavailable, actions } = props;
  const { icon: PanelIcon = CircleAlertIcon, tone = "red", headingLevel = 2 } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <section role="alert" data-tone={tone} className="flex max-w-2xl gap-3 rounded border border-tone-line bg-surface p-4">
      <PanelIcon className="mt-0.5 size-5 text-tone-mark" />
      <div className="flex min-w-0 flex-col gap-1">
        <Heading className="text-base font-semibold">{title}</Heading>
        <div className="text-sm text-ink-muted">{children}</div>
        {sent !== undefined && <p className="text-sm font-medium">{sent}</p>}
        {requestId && <RequestId label="Request ID" copyLabel="Copy request ID" id={requestId} />}
        {deskRequestId && <RequestId label="Desk request ID" copyLabel="Copy desk request ID" id={deskRequestId} />}
        {(onRetry || actions !== undefined) && (
          <div className="mt-2 flex flex-wrap gap-2">
            {onRetry && (
              <Button icon={<RefreshIcon />} onClick={onRetry} unavailable={retryUnavailable}>
                {retryLabel}
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
    </section>
  );
}

function RequestId({ label, copyLabel, id }: { label: string; copyLabel: string; id: string }) {
  return (
    <p className="flex items-center gap-1 text-xs text-ink-muted">
      <span className="min-w-0">
        {label} <code className="font-mono break-all">{id}</code>
      </span>
      <CopyButton text={id} label={copyLabel} />
    </p>
  );
}
