import { isApiError, isConflict, mayHaveHappened } from "@/api/errors";
import { FailurePanel } from "@/components/failure-panel";
import { displayLine } from "@/lib/display-text";
import { Notice } from "@/ui/notice";

/** Why the server did not carry a command out, and whether it may have: another try is the same command. */
export function CommandFailure({ error }: { error: unknown }) {
  if (isConflict(error) && isApiError(error)) {
    return (
      <Notice kind="warning" role="alert" title={error.sent === "part" ? "It was done in part." : "Nothing was sent."}>
        {error.details.length === 0 ? displayLine(error.title, 300) : error.details.map((detail) => displayLine(detail, 300)).join(" ")}
      </Notice>
    );
  }
  return (
    <FailurePanel
      error={error}
      during="write"
      headingLevel={3}
      sent={mayHaveHappened(error) ? "It is not known whether it was done. Try again: the same is never done twice." : undefined}
    />
  );
}
