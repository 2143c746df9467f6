import { useEffect, useRef } from "react";
import { CopyButton } from "@/ui/copy-button";
import { IdChip } from "@/ui/id-chip";
import { Notice } from "@/ui/notice";

/** How a session token is handed on. It goes from memory into the clipboard, and is written nowhere, the page included. */
export function CreatedToken({ inquiryId, token }: { inquiryId: string; token: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      <Notice kind="warning" title="Hand the session token to your own server, never to a person.">
        Your server gives it to your application, which passes it to Persona’s SDK as sessionToken, with the inquiry’s ID as inquiryId.
        Whoever holds it gets in and sees what was filled in: no e-mail, no chat, no link, no ticket. It is not shown and not kept here, and
        is gone when you leave.
      </Notice>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-ink-muted">Inquiry</span>
        <IdChip id={inquiryId} whole />
      </p>
      <div>
        <CopyButton
          variant="primary"
          text={token}
          label="Copy the session token"
          refused="Your browser refused to copy. Allow this site the clipboard and try again: the token is kept until you leave."
        >
          Copy the session token
        </CopyButton>
      </div>
    </div>
  );
}
