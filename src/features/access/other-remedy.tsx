import { type ReactNode, useState } from "react";
import type { InquiryModel } from "@/api/models";
import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { CreationForm } from "./creation-form";
import type { CreationListeners } from "./use-creation";

type OtherRemedyProps = CreationListeners & {
  inquiry: InquiryModel;
  diagnosis: AccessDiagnosis;
  /** Enter was pressed before the cause was known. */
  wasEntered: boolean;
  /** The form that makes a link all the same, where one can be made. */
  children: ReactNode;
};

/** The remedy is no link: its own button comes first, and a link takes a second step that says what it overrides. */
export function OtherRemedy({ children, ...rest }: OtherRemedyProps) {
  const { diagnosis, wasEntered } = rest;
  const [isOverriding, setOverriding] = useState(false);
  const { remedy, rejectedRemedy } = diagnosis;
  // another device is what a link is good for there, so nothing is overridden
  const isFree = remedy.action === "askUser" && rejectedRemedy?.action !== "generateOneTimeLink";
  return (
    <div className="flex flex-col gap-3">
      {wasEntered && diagnosis.remedy.action !== "createInquiry" && (
        <Notice kind="warning" role="alert" title="Nothing was copied: a link is not the remedy here." />
      )}
      <RemedyButton {...rest} />
      {/* no template to begin with: theirs is not active */}
      {remedy.action === "askTemplateOwner" && <NewInquiry label="A new inquiry on another template" templateId="" {...rest} />}
      {remedy.action === "askUser" && !isFree && (
        <NewInquiry
          label="A new inquiry, if they are out"
          templateId={rest.inquiry.links.inquiryTemplate?.id}
          because="Every session of the inquiry is used, and the user is out of the last one."
          {...rest}
        />
      )}
      {isOverriding && children ? (
        <>
          {!isFree && (
            <Notice kind="warning" role="status" title="This goes against the advice.">
              {rejectedRemedy?.sentence}
            </Notice>
          )}
          {children}
        </>
      ) : (
        children && (
          <Button variant="quiet" onClick={() => setOverriding(true)}>
            {isFree ? "A one-time link for another device" : "A one-time link all the same"}
          </Button>
        )
      )}
    </div>
  );
}

type RemedyProps = Omit<OtherRemedyProps, "children">;

type NewInquiryProps = RemedyProps & {
  label: string;
  /** The template to begin with. */
  templateId: string | undefined;
  /** Why there is to be another one. */
  because?: string;
};

/** Another way beside the remedy: an inquiry on a template that is active, or one with sessions left. */
function NewInquiry({ label, inquiry, onBegin, onCreated, ...form }: NewInquiryProps) {
  const [isOpen, setOpen] = useState(false);
  const accountId = inquiry.links.account?.id;
  if (accountId === undefined) return null;
  if (isOpen) return <CreationForm owner={{ accountId }} {...form} wasEntered={false} onBegin={onBegin} onCreated={onCreated} />;
  return (
    <Button variant="quiet" onClick={() => setOpen(true)}>
      {label}
    </Button>
  );
}

/** What the remedy is, as a button: the way there, or the words that hand it on. */
function RemedyButton({ inquiry, diagnosis, wasEntered, ...listeners }: RemedyProps) {
  const { remedy, sayToUser, ticketNote } = diagnosis;
  if (remedy.inquiryId !== undefined) {
    return (
      <LinkButton variant="primary" to="/inquiries/$inquiryId" params={{ inquiryId: remedy.inquiryId }}>
        Go to the other inquiry
      </LinkButton>
    );
  }
  const accountId = inquiry.links.account?.id;
  if (remedy.action === "createInquiry" && accountId !== undefined) {
    const templateId = inquiry.links.inquiryTemplate?.id;
    return (
      <CreationForm owner={{ accountId }} templateId={templateId} because={diagnosis.sentence} wasEntered={wasEntered} {...listeners} />
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
