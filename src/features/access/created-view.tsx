import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { IssuedLinkView } from "./issued-link-view";
import type { Creation } from "./use-creation";

/** The inquiry that was created, with the way into it. */
export function CreatedView({ created }: { created: Creation }) {
  const { inquiryId, issued, copied } = created;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm font-medium">
        The inquiry was created.
      </p>
      {issued === undefined ? (
        <Notice kind="warning" title="Persona gave no link with it.">
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
