import BanIcon from "lucide-react/icons/ban";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import TimerOffIcon from "lucide-react/icons/timer-off";
import type { PartnerToken } from "@/api/generated/desk/types.gen";
import { describeScope, partnerTokenState } from "@/domain/partner-token";
import { displayLine, displayValue } from "@/lib/display-text";
import { joinWords } from "@/lib/words";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now";
import { Time } from "@/ui/time";

const states = {
  works: { label: "Works", tone: "green", icon: CircleCheckIcon },
  expired: { label: "Expired", tone: "amber", icon: TimerOffIcon },
  revoked: { label: "Revoked", tone: "neutral", icon: BanIcon },
} as const;

/** One token: whose, what it may do, whether it works and was used. */
export function PartnerTokenRow({ token, onRevoke }: { token: PartnerToken; onRevoke: () => void }) {
  const state = partnerTokenState(token, useNow());
  const { label, tone, icon } = states[state];
  const name = displayLine(token.name, 60);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-medium">{name}</bdi>
          <span className="text-xs text-ink-muted">
            ends in <code className="font-mono">{displayLine(token.ending, 10)}</code>
          </span>
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
        </p>
        <p className="text-ink-muted">{joinWords(token.scopes.map((scope) => describeScope(scope).label))}</p>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-muted">
          <span>
            Created <Time value={token.createdAt} /> by <bdi>{displayValue(token.createdBy.name, "somebody", 60)}</bdi>
          </span>
          <span>
            {token.lastUsedAt === null ? (
              "Never used"
            ) : (
              <>
                Last used <Time value={token.lastUsedAt} />
              </>
            )}
          </span>
          <span>{lifeOf(token, state)}</span>
        </p>
      </div>
      {state === "works" && (
        <Button size="small" onClick={onRevoke}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
      )}
    </li>
  );
}

function lifeOf({ revokedAt, expiresAt }: PartnerToken, state: keyof typeof states) {
  if (state === "revoked") {
    return (
      <>
        Revoked <Time value={revokedAt} />
      </>
    );
  }
  if (expiresAt === null) return "Works until it is revoked";
  return state === "expired" ? (
    <>
      Expired <Time value={expiresAt} />
    </>
  ) : (
    <>
      Expires <Time value={expiresAt} mayCome />
    </>
  );
}
