import { useState } from "react";
import type { ReportFacts } from "@/domain/facts";
import { reportOffers } from "@/domain/reports/report-actions";
import type { Finding } from "@/domain/reports/report-findings";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { DismissForm } from "./dismiss-form";
import { ReviewForm } from "./review-form";
import { useReportRefusal } from "./use-report-change";

type FindingActionProps = { report: ReportFacts; finding: Finding; onDone: (what: string) => void };

/** What can be done to one match by itself; nothing where the kind takes all matches or none. */
export function FindingAction({ report, finding: { record, title }, onDone }: FindingActionProps) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useReportRefusal();
  const { matches } = reportOffers(report);
  if (record === undefined || (matches !== "dismiss-each" && matches !== "review-each")) return null;
  const close = () => setOpen(false);
  const shared = { reportId: report.id ?? "", onCancel: close };
  const isReview = matches === "review-each";
  return (
    <>
      <Button size="small" className="print:hidden" aria-expanded={isOpen} unavailable={refusal} onClick={() => setOpen(!isOpen)}>
        {isReview ? "Review" : "Dismiss"}
        <span className="sr-only"> {title}</span>
      </Button>
      {isOpen && !isReview && (
        <DismissForm {...shared} entity={{ id: record.id, name: title }} onDone={() => onDone(`${title} was dismissed.`)} />
      )}
      {isOpen && isReview && (
        <ReviewForm
          {...shared}
          record={{ ...record, name: title }}
          onDone={() => {
            close();
            onDone(`The record of ${title} was reviewed.`);
          }}
        />
      )}
    </>
  );
}

type AllMatchesActionProps = { report: ReportFacts; label: string; findings: number; onDone: (what: string) => void };

/** What can be done to all matches of a report at once. */
export function AllMatchesAction({ report, label, findings, onDone }: AllMatchesActionProps) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useReportRefusal();
  const { matches } = reportOffers(report);
  const isReview = matches === "review-each" && findings > 1;
  if (matches !== "dismiss-all" && !isReview) return null;
  const close = () => setOpen(false);
  const shared = { reportId: report.id ?? "", onCancel: close };
  const what = findings > 1 ? `all ${count(findings, "match", "matches")}` : "the match";
  return (
    <>
      <Button size="small" aria-expanded={isOpen} unavailable={refusal} onClick={() => setOpen(!isOpen)}>
        {isReview ? `Review all ${count(findings, "record")}` : `Dismiss ${what}`} of {label}
      </Button>
      {isOpen && !isReview && <DismissForm {...shared} onDone={() => onDone(`The matches of ${label} were dismissed.`)} />}
      {isOpen && isReview && (
        <ReviewForm
          {...shared}
          onDone={() => {
            close();
            onDone(`The records of ${label} were reviewed.`);
          }}
        />
      )}
    </>
  );
}
