import { isMissing } from "@/api/errors";
import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { LookForReference } from "@/components/look-for-reference";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { LinkButton } from "@/ui/link-button";

/** What stands in the place of a person who cannot be shown. */
export function PersonFailure({ accountId, error, onRetry }: { accountId: string; error: unknown; onRetry: () => void }) {
  useDocumentTitle(describeFailure(error).title);
  return (
    <Page>
      <FailurePanel
        error={error}
        headingLevel={1}
        onRetry={onRetry}
        actions={
          <>
            {isMissing(error) && <LookForReference id={accountId} />}
            <LinkButton to="/accounts">Go to people</LinkButton>
          </>
        }
      />
    </Page>
  );
}
