import { SessionBudgetBar } from "@/features/inquiry-sessions/session-budget-bar";
import { SharedDeviceList } from "@/features/inquiry-sessions/shared-device-list";
import { SessionRow } from "@/features/inquiry-sessions/session-row";
import type { SessionFacts } from "@/domain/facts";
import type { SharedDeviceFacts } from "@/domain/signals/shared-devices";
import { overviewSessions } from "@/domain/session-view";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";

type SessionPanelProps = {
  sessions: readonly SessionFacts[];
  /** Who else used a device of it; undefined where that is not known, "failed" where it could not be read. */
  shared: SharedDeviceFacts | "failed" | undefined;
  onRetry: () => void;
  /** How many more there are that did not come along. */
  missing: number;
};

/** Every session of an inquiry by device: where from, over what network, how many are left, and who else used a device. */
export function SessionPanel({ sessions, shared, onRetry, missing }: SessionPanelProps) {
  const overview = overviewSessions(sessions);
  const unopened = sessions.filter((session) => session.status === "new");
  if (sessions.length === 0) {
    if (missing > 0) {
      return <EmptyState title={`${count(missing, "session")} not read`}>They did not come with Persona's answer.</EmptyState>;
    }
    return (
      <EmptyState title="No session yet">A session is made when somebody opens the inquiry, or when staff make a link for it.</EmptyState>
    );
  }
  return (
    <div className="@container flex flex-col gap-4 print:block">
      <SessionBudgetBar budget={overview.budget} live={overview.live} countries={overview.countries} />
      {overview.remarks.map((remark) => (
        <Notice key={remark} kind="warning">
          {remark}
        </Notice>
      ))}
      {shared === "failed" && (
        <Notice kind="warning">
          Whether others used the same device could not be read.{" "}
          <Button size="small" variant="quiet" onClick={onRetry}>
            Try again
          </Button>
        </Notice>
      )}
      {shared !== undefined && shared !== "failed" && <SharedDeviceList shared={shared} />}
      {overview.devices.map((device) => (
        <SessionGroup key={device.label} title={device.label} sessions={device.sessions} />
      ))}
      {unopened.length > 0 && <SessionGroup title="Created, and not opened by anybody" sessions={unopened} />}
      <p className="text-xs text-ink-muted print:hidden">
        Persona does not tell when a session ends or what its token is. Sessions whose device looks the same are listed as one device.
      </p>
    </div>
  );
}

function SessionGroup({ title, sessions }: { title: string; sessions: readonly SessionFacts[] }) {
  return (
    <section aria-label={title}>
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        <bdi>{title}</bdi>
        <span className="text-xs font-normal text-ink-muted">{count(sessions.length, "session")}</span>
      </h3>
      <ul className="mt-1 divide-y divide-line rounded border border-line">
        {sessions.map((session, index) => (
          <SessionRow key={session.id ?? index} session={session} />
        ))}
      </ul>
    </section>
  );
}
