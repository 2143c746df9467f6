import { useEffect, useRef } from "react";
import type { CreatedPartnerToken } from "@/api/generated/desk/types.gen";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Notice } from "@/ui/notice";
import { LeaveGuard } from "./leave-guard";

/** A token that was just made: shown this once, until the person says that it is stored. */
export function CreatedToken({ created, onStored }: { created: CreatedPartnerToken; onStored: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice
        kind="success"
        role="status"
        title={`The token for “${displayLine(created.partnerToken.name, 60)}” is ready.`}
        actions={
          <>
            <CopyButton text={created.token} label="Copy token" variant="primary">
              Copy token
            </CopyButton>
            <Button onClick={onStored}>I have stored it</Button>
          </>
        }
      >
        <p>
          This is the only time it is shown. Store it where the system keeps its secrets: whoever has it can do what it may do, in the name
          of your company.
        </p>
        <code className="mt-2 block rounded border border-tone-line bg-surface px-2 py-1.5 font-mono text-xs break-all text-ink select-all">
          {created.token}
        </code>
      </Notice>
      <LeaveGuard when title="Have you stored the token?" leave="Leave without it" stay="Stay">
        It can’t be shown again. Without it you have to revoke this token and create another.
      </LeaveGuard>
    </div>
  );
}
