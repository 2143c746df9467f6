import { FailurePanel } from "@/components/failure-panel";
import { ObjectLink } from "@/components/object-link";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Diagnosis } from "./diagnosis";
import { OpenedPanel } from "./opened-panel";
import { useDiagnosis } from "./use-diagnosis";
import { NothingCopied, Waiting, WayIn } from "./way-in";

type AccessPanelProps = {
  /** Anew each time it is opened, with how much text had gone astray by then. */
  opened: { inquiryId: string; strayed: number };
  /** What the page would open it for by now, where that is another inquiry. */
  newer: { inquiryId: string; onSwitch: () => void } | undefined;
  onClose: () => void;
};

/** The cause first, then the remedy with its price, then the button. */
export function AccessPanel({ opened, newer, onClose }: AccessPanelProps) {
  const { detail, used, diagnosis } = useDiagnosis(opened.inquiryId);
  return (
    <OpenedPanel opened={opened} label="Way back in" onClose={onClose}>
      {(enter) => (
        <>
          {newer && <NewerInquiry {...newer} />}
          {enter === "refused" && (
            <p role="status" className="text-sm">
              Nothing was copied: something else was typed here. Use the button, or open this again.
            </p>
          )}
          {detail.data && diagnosis ? (
            <WayIn
              detail={detail.data}
              current={diagnosis}
              used={used}
              enter={enter}
              cause={(said, isRemedied) => <Diagnosis diagnosis={said} isRemedied={isRemedied} />}
              actions={
                <Button variant="quiet" onClick={onClose}>
                  Close
                </Button>
              }
            />
          ) : detail.isError ? (
            <>
              {enter === "kept" && <NothingCopied />}
              <FailurePanel error={detail.error} headingLevel={3} onRetry={() => void detail.refetch()} />
            </>
          ) : (
            <Waiting wasEntered={enter === "kept"} lines={6} />
          )}
        </>
      )}
    </OpenedPanel>
  );
}

/** The panel stays with the inquiry it was opened for: what is under somebody's hands is never exchanged. */
function NewerInquiry({ inquiryId, onSwitch }: { inquiryId: string; onSwitch: () => void }) {
  return (
    <Notice role="status" title="There is another inquiry to look at now." actions={<Button onClick={onSwitch}>Switch to it</Button>}>
      This stays about the one it was opened for. The other is <ObjectLink id={inquiryId} />.
    </Notice>
  );
}
