import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { LinkButton } from "@/ui/link-button";

/** What stands in the place of a page that could not be loaded or shown. */
export function RouteFailure({ error, reset }: Pick<ErrorComponentProps, "error" | "reset">) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useDocumentTitle(describeFailure(error).title);
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Page>
      <FailurePanel error={error} headingLevel={1} onRetry={retry} actions={<LinkButton to="/">Go to the desk</LinkButton>} />
    </Page>
  );
}
