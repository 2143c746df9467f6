import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import { useState } from "react";
import { reportHistoryQuery } from "@/api/reports/queries";
import type { ReportFacts } from "@/domain/facts";
import { reportOffers } from "@/domain/reports/report-actions";
import { latestOfMonitoring } from "@/domain/reports/report-history";
import { Button } from "@/ui/button";
import { ChangeForm } from "./change-form";
import { DoneLine } from "./done-line";
import { ReportHistory } from "./report-history";
import { useReportChange, useReportRefusal } from "./use-report-change";

const steps = {
  run: {
    label: "Run again",
    confirm: "Run it now",
    says: "Persona searches anew now, whatever the schedule says. What it finds appears here by itself.",
    done: "It runs again now. What it finds appears here by itself.",
  },
  pause: {
    label: "Pause monitoring",
    confirm: "Pause monitoring",
    says: "Persona stops running this report by itself: nobody is told of new matches until somebody resumes it.",
    done: "Monitoring is paused.",
  },
  resume: {
    label: "Resume monitoring",
    confirm: "Resume monitoring",
    says: "Persona runs this report by itself again.",
    done: "Monitoring goes on.",
  },
} as const;

type Step = keyof typeof steps;

/** Running a report again, and its continuous monitoring; what happened to it before. Stands in the line of the report and goes on below it. */
export function ReportActions({ report }: { report: ReportFacts }) {
  const reportId = report.id ?? "";
  const [step, setStep] = useState<Step>();
  const [done, setDone] = useState<Step>();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const refusal = useReportRefusal();
  const { take, reset, isPending, error } = useReportChange(reportId, () => {
    setDone(step);
    setStep(undefined);
  });
  const history = useQuery({ ...reportHistoryQuery(reportId), enabled: isHistoryOpen });
  const latest = done === "pause" || done === "resume" ? done : latestOfMonitoring(history.data?.entries);
  const offers = reportOffers(report, latest);
  const offered = (["run", "pause", "resume"] as const).filter((each) => offers[each]);
  if (reportId === "") return null;
  const choose = (next: Step | undefined) => {
    reset();
    setStep(next);
  };
  return (
    <>
      <div className="ms-auto flex flex-wrap gap-1 print:hidden">
        {offered.map((each) => (
          <Button
            key={each}
            size="small"
            aria-expanded={step === each}
            unavailable={refusal ?? (isPending && "Something is being sent")}
            onClick={() => choose(step === each ? undefined : each)}
          >
            {steps[each].label}
          </Button>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={<ChevronRightIcon className={clsx("transition-transform", isHistoryOpen && "rotate-90")} />}
          aria-expanded={isHistoryOpen}
          onClick={() => setHistoryOpen(!isHistoryOpen)}
        >
          History
        </Button>
      </div>
      {step !== undefined && (
        <div className="w-full print:hidden">
          <ChangeForm
            key={step}
            confirm={steps[step].confirm}
            says={steps[step].says}
            busy={isPending}
            error={error}
            onCancel={() => choose(undefined)}
            onSubmit={() => take({ action: step })}
          />
        </div>
      )}
      {done !== undefined && step === undefined && (
        <DoneLine className="w-full text-xs text-ink-muted print:hidden">{steps[done].done}</DoneLine>
      )}
      {isHistoryOpen && (
        <div className="w-full print:hidden">
          <ReportHistory reportId={reportId} />
        </div>
      )}
    </>
  );
}
