import { isMissing } from "@/api/errors";
import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { LookForReference } from "@/components/look-for-reference";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { LinkButton } from "@/ui/link-button";

/** An inquiry that could not be shown: not found, not allowed, or the server failed. */
export function WorkbenchFailure({ inquiryId, error, onRetry }: { inquiryId: string; error: unknown; onRetry: () => void }) {
  useDocumentTitle(describeFailure(error).title);
  return (
    <Page>
      <FailurePanel
        error={error}
        headingLevel={1}
        onRetry={onRetry}
        actions={
          <>
            {isMissing(error) && <LookForReference id={inquiryId} />}
            <LinkButton to="/inquiries">Go to inquiries</LinkButton>
          </>
        }
      />
    </Page>
  );
}
