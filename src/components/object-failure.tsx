import SearchIcon from "lucide-react/icons/search";
import type { ReactNode } from "react";
import { isMissing } from "@/api/errors";
import { describeFailure } from "@/components/failure";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { peopleNamed } from "@/components/people-link";
import { LinkButton } from "@/ui/link-button";

type ObjectFailureProps = {
  /** What was asked for. */
  id: string;
  error: unknown;
  onRetry: () => void;
  /** The list to go on to. */
  children: ReactNode;
};

/** What stands in the place of an inquiry or a person that can't be shown: not found, not allowed, or the server failed. */
export function ObjectFailure({ id, error, onRetry, children }: ObjectFailureProps) {
  useDocumentTitle(describeFailure(error).title);
  return (
    <Page>
      <FailurePanel
        error={error}
        headingLevel={1}
        onRetry={onRetry}
        actions={
          <>
            {/* a company may have reference IDs that look like Persona's own */}
            {isMissing(error) && (
              <LinkButton to="/accounts" {...peopleNamed([id])} icon={<SearchIcon />}>
                Look for it as a reference ID
              </LinkButton>
            )}
            {children}
          </>
        }
      />
    </Page>
  );
}
