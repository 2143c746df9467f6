import { RawAnswer } from "@/features/raw/raw-answer";
import { FailurePanel } from "@/components/failure-panel";
import type { ApiCall } from "@/api/api-call";

export type FetchedAnswer = {
  /** What was asked for: "The inquiry and all that belongs to it". */
  title: string;
  call: ApiCall | undefined;
  answer: unknown;
  /** Milliseconds since the epoch. */
  fetchedAt: number;
  error?: unknown;
  onRetry?: () => void;
};

/** The answers this page was made of, each with the call that fetched it. */
export function RawPanel({ answers }: { answers: readonly FetchedAnswer[] }) {
  return (
    <div className="flex flex-col gap-6">
      {answers.map(({ title, call, answer, fetchedAt, error, onRetry }) =>
        call ? (
          <RawAnswer key={title} title={title} call={call} answer={answer} fetchedAt={fetchedAt} />
        ) : error ? (
          <FailurePanel key={title} error={error} onRetry={onRetry} headingLevel={3} />
        ) : null,
      )}
    </div>
  );
}
