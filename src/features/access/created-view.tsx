import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { CreatedToken } from "./created-token";
import { IssuedLinkView } from "./issued-link-view";
import type { Creation } from "./use-creation";

/** The inquiry that was created, with the way into it. */
export function CreatedView({ created }: { created: Creation }) {
  const { inquiryId, issued, copied, sessionToken } = created;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm font-medium">
        The inquiry was created.
      </p>
      {sessionToken !== undefined ? (
        <CreatedToken inquiryId={inquiryId} token={sessionToken} />
      ) : issued === undefined ? (
        <Notice kind="warning" title="Persona gave no way into it.">
          Go to the inquiry and restore access there.
        </Notice>
      ) : (
        <IssuedLinkView issued={issued} copied={copied} />
      )}
      <LinkButton to="/inquiries/$inquiryId" params={{ inquiryId }}>
        Go to the new inquiry
      </LinkButton>
    </div>
  );
}
