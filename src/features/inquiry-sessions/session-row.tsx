import GlobeIcon from "lucide-react/icons/globe";
import ShieldCheckIcon from "lucide-react/icons/shield-check";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { linkOf, type SessionFacts } from "@/domain/facts";
import { viewSession, type SessionView } from "@/domain/session-view";
import { factAnchor } from "@/components/fact-anchor";
import { StatusBadge } from "@/components/status-badge";
import { Badge } from "@/ui/badge";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

/** One session: its state, its network, and the IDs of the device and the network behind it. */
export function SessionRow({ session }: { session: SessionFacts }) {
  const view = viewSession(session);
  const [device, network] = [linkOf(session, "device"), linkOf(session, "network")];
  return (
    <li
      id={factAnchor.session(session.id ?? "")}
      className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm @2xl:grid-cols-[15rem_minmax(0,1fr)_12rem] target:bg-selected"
    >
      <div className="flex flex-col items-start gap-0.5 print:flex-row print:flex-wrap print:gap-x-3">
        <StatusBadge of="session" status={session.status} />
        <SessionTimes session={session} />
      </div>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {[view.place, view.network]
            .filter((part) => part !== null)
            .map((part, index) => (
              <span key={index}>
                {index > 0 && " · "}
                <bdi>{part}</bdi>
              </span>
            ))}
          {view.place === null && view.network === null && <span className="text-ink-muted">Place and network not recorded</span>}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1">
          {view.ipAddress !== null && <span className="font-mono text-xs text-ink-muted">{view.ipAddress}</span>}
          {view.gps && <Gps gps={view.gps} />}
          {view.risk && (
            <Badge
              tone={view.risk.tone}
              icon={view.risk.tone === "green" ? ShieldCheckIcon : TriangleAlertIcon}
              tip="Persona's threat level of the network."
            >
              {view.risk.label}
            </Badge>
          )}
          {view.flags.map((flag) => (
            <Badge key={flag.flag} tone="orange" icon={GlobeIcon} tip={flag.sentence}>
              {flag.label}
            </Badge>
          ))}
        </p>
        {[view.handoff, view.sdk].map(
          (fact) =>
            fact !== null && (
              <p key={fact} className="text-xs text-ink-muted">
                {fact}
              </p>
            ),
        )}
      </div>
      <dl className="flex flex-col text-xs text-ink-muted print:hidden">
        {[
          ["Session", view.id],
          ["Device", device?.id ?? ""],
          ["Network", network?.id ?? ""],
        ].map(([term, id]) => (
          <div key={term} className="flex items-center gap-1">
            <dt className="w-14">{term}</dt>
            <dd className="min-w-0">{id ? <IdChip id={id} /> : "Not recorded"}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The country of the device's own position: a mark where the IP address says another one. */
function Gps({ gps }: { gps: NonNullable<SessionView["gps"]> }) {
  const words = (
    <>
      GPS in <bdi>{gps.country}</bdi>
    </>
  );
  return gps.differs ? (
    <Badge tone="orange" icon={TriangleAlertIcon} tip={gps.sentence}>
      {words}
    </Badge>
  ) : (
    <span className="text-xs text-ink-muted" data-tip={gps.sentence}>
      {words}
    </span>
  );
}

function SessionTimes({ session }: { session: SessionFacts }) {
  // a session that is made by opening the link is opened in the same moment
  const isOpenedAtOnce = session.startedAt !== undefined && session.startedAt === session.createdAt;
  const facts = [
    [isOpenedAtOnce ? "Created and opened" : "Created", session.createdAt],
    ["Opened", isOpenedAtOnce ? null : session.startedAt],
    ["Expired", session.expiredAt],
  ] as const;
  return (
    <dl className="text-xs text-ink-muted print:contents">
      {facts.map(
        ([term, time]) =>
          time && (
            <div key={term} className="flex gap-1 print:text-xs">
              <dt>{term}</dt>
              <dd>
                <Time value={time} show="absolute" />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
