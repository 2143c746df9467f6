import { useState } from "react";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import type { ReactNode } from "react";

type OtherRemedyProps = {
  diagnosis: AccessDiagnosis;
  /** Enter was pressed before the cause was known. */
  wasEntered: boolean;
  /** The form that makes a link all the same. */
  children: ReactNode;
};

/** The remedy is no link: its own button comes first, and a link takes a second step that says what it overrides. */
export function OtherRemedy({ diagnosis, wasEntered, children }: OtherRemedyProps) {
  const [isOverriding, setOverriding] = useState(false);
  const { remedy, rejectedRemedy } = diagnosis;
  // another device is what a link is good for there, so nothing is overridden
  const isFree = remedy.action === "askUser";
  return (
    <div className="flex flex-col gap-3">
      {wasEntered && <Notice kind="warning" role="alert" title="Nothing was copied: a link is not the remedy here." />}
      <RemedyButton diagnosis={diagnosis} />
      {isOverriding ? (
        <>
          {!isFree && (
            <Notice kind="warning" role="status" title="This goes against the advice.">
              {rejectedRemedy?.sentence}
            </Notice>
          )}
          {children}
        </>
      ) : (
        <Button variant="quiet" onClick={() => setOverriding(true)}>
          {isFree ? "A one-time link for another device" : "A one-time link all the same"}
        </Button>
      )}
    </div>
  );
}

/** What the remedy is, as a button: the way there, or the words that hand it on. */
function RemedyButton({ diagnosis }: { diagnosis: AccessDiagnosis }) {
  const { remedy, sayToUser, ticketNote } = diagnosis;
  if (remedy.inquiryId !== undefined) {
    return (
      <LinkButton variant="primary" to="/inquiries/$inquiryId" params={{ inquiryId: remedy.inquiryId }}>
        Go to the other inquiry
      </LinkButton>
    );
  }
  if (remedy.action === "askUser") {
    return (
      <CopyButton variant="primary" text={sayToUser} label="Copy reply">
        Copy what to ask the user
      </CopyButton>
    );
  }
  return (
    <CopyButton variant="primary" text={ticketNote} label="Copy note">
      {noteFor[remedy.action] ?? "Copy note for the ticket"}
    </CopyButton>
  );
}

const noteFor: Partial<Record<AccessDiagnosis["remedy"]["action"], string>> = {
  askTemplateOwner: "Copy note for the template’s owner",
  createInquiry: "Copy note: a new inquiry is needed",
  handOverToken: "Copy note for who runs the app",
};
