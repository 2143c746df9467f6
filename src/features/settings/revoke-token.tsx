import { useMutation } from "@tanstack/react-query";
import type { PartnerToken } from "@/api/generated/desk/types.gen";
import { revokePartnerTokenMutation } from "@/api/partner-tokens/writes";
import { FailurePanel } from "@/components/failure-panel";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Time } from "@/ui/time";

/** Asks before a token is ended, and names it. */
export function RevokeToken({ token, onClose, onRevoked }: { token: PartnerToken; onClose: () => void; onRevoked: () => void }) {
  const revoke = useMutation({ ...revokePartnerTokenMutation(), onSuccess: onRevoked });
  const name = displayLine(token.name, 60);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Revoke “${name}”?`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
            Revoke “{name}”
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <p>
          The token ending in <code className="font-mono">{displayLine(token.ending, 10)}</code> stops working at once and for good. What
          uses it is refused until it gets another one.
        </p>
        <p className="text-ink-muted">
          {token.lastUsedAt === null ? (
            "It has never been used."
          ) : (
            <>
              It was last used <Time value={token.lastUsedAt} />.
            </>
          )}
        </p>
        {revoke.isError && <FailurePanel error={revoke.error} during="write" headingLevel={3} />}
      </div>
    </Dialog>
  );
}
