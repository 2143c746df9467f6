import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { LinkButton } from "@/ui/link-button";

/** What stands in the place of a person who cannot be shown. */
export function PersonFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  useDocumentTitle(describeFailure(error).title);
  return (
    <Page>
      <FailurePanel error={error} headingLevel={1} onRetry={onRetry} actions={<LinkButton to="/accounts">Go to people</LinkButton>} />
    </Page>
  );
}
