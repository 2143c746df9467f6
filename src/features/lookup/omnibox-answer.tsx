import XIcon from "lucide-react/icons/x";
import { ComplaintView } from "@/components/complaint-view";
import { FailurePanel } from "@/components/failure-panel";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { Notice } from "@/ui/notice";
import { TextLink } from "@/ui/text-link";
import { type Destination, destinationLabel, type doctorTo, linkTo } from "./destination";
import type { LookupAnswer } from "./look-up";
import type { LookupState } from "./use-lookup";

type OmniboxAnswerProps = { state: LookupState; onDismiss: () => void; onRetry: () => void };

/** What came out of a lookup that is no page, and what to know about the text, under the field. */
export function OmniboxAnswer({ state: { answer, error, warning, notice }, onDismiss, onRetry }: OmniboxAnswerProps) {
  return (
    <div className="absolute inset-x-0 top-full z-30 mt-1 flex min-w-72 items-start gap-1 rounded border border-line bg-raised p-2 shadow-float">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {warning !== undefined && <Notice kind="warning">{warning}</Notice>}
        {notice !== undefined && <Notice>{notice}</Notice>}
        {answer !== undefined && (
          <div className="px-1 py-0.5 text-sm">
            <LookupAnswerView answer={answer} onNext={onRetry} />
          </div>
        )}
        {error !== undefined && <FailurePanel error={error} onRetry={onRetry} />}
      </div>
      <IconButton size="small" label="Dismiss" onClick={onDismiss}>
        <XIcon />
      </IconButton>
    </div>
  );
}

type LookupAnswerViewProps = {
  answer: LookupAnswer;
  /** Looks for what the answer offers. */
  onNext: () => void;
  /** Where each of several leads; default: to its page. */
  to?: typeof linkTo | typeof doctorTo;
};

/** What came out of a lookup in the place of a page. */
export function LookupAnswerView({ answer, onNext, to = linkTo }: LookupAnswerViewProps) {
  if (answer.kind === "complaint") return <ComplaintView complaint={answer.complaint} />;
  return (
    <>
      <p className="font-medium">{answer.title}</p>
      {answer.kind === "nothing" ? <Nothing answer={answer} onNext={onNext} /> : <Choices of={answer.destinations} to={to} />}
    </>
  );
}

function Nothing({ answer: { sentence, next }, onNext }: { answer: Extract<LookupAnswer, { kind: "nothing" }>; onNext: () => void }) {
  return (
    <>
      <p className="text-ink-muted">{sentence}</p>
      {next && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Button size="small" onClick={onNext}>
            <bdi>{next.label}</bdi>
          </Button>
          <span className="text-xs text-ink-faint max-sm:hidden">or press Enter again</span>
        </p>
      )}
    </>
  );
}

function Choices({ of: destinations, to }: { of: readonly Destination[]; to: typeof linkTo | typeof doctorTo }) {
  if (destinations.length === 0) return <p className="text-ink-muted">Inquiry Desk has a page for none of them.</p>;
  return (
    <ul className="mt-1 flex max-h-60 flex-col gap-1 overflow-auto">
      {destinations.map((destination) => {
        const id = "id" in destination ? destination.id : "";
        return (
          <li key={id}>
            <TextLink {...to(destination)}>
              {destinationLabel(destination)} <span className="font-mono text-xs">{middleEllipsis(id)}</span>
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
