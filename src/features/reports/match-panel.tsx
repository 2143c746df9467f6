import { useState } from "react";
import type { InquiryFacts, ReportFacts, VerificationFacts } from "@/domain/facts";
import { formatPartialDate } from "@/domain/compare/partial-date";
import { ownDataOf, type OwnData } from "@/domain/reports/own-data";
import { type ReportView, viewReport } from "@/domain/reports/report-view";
import { countryLabel } from "@/lib/country-code";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";
import { DoneLine } from "./done-line";
import { FindingRows } from "./finding-rows";
import { AllMatchesAction, FindingAction } from "./match-actions";

type MatchPanelProps = {
  /** Whose fields say who they are: an inquiry or an account. */
  subject: Pick<InquiryFacts, "fields">;
  verifications?: readonly VerificationFacts[];
  reports: readonly ReportFacts[];
  title?: string;
  id?: string;
};

/** More than this many findings of one report are shown on request. */
const shownAtFirst = 10;

/** What the reports matched, person by person beside the person themselves. Nothing where no report has a match. */
export function MatchPanel({ subject, verifications, reports, title = "Matches", id = "matches" }: MatchPanelProps) {
  const [done, setDone] = useState<string>();
  const matching = reports.map((report) => ({ report, view: viewReport(report) })).filter(({ view }) => view.hasMatch === true);
  if (matching.length === 0 && done === undefined) return null;
  return (
    <Section
      id={id}
      title={title}
      aside={matching.length > 0 && `${count(matching.length, "report")} with a match, beside what is known of this person`}
      flush
    >
      {done !== undefined && (
        <DoneLine key={done} className="border-b border-line px-4 py-2 text-sm last:border-b-0">
          <bdi>{done}</bdi> {matching.length === 0 && "No report has a match now."}
        </DoneLine>
      )}
      {matching.length > 0 && <MatchTable matching={matching} own={ownDataOf(subject, verifications)} onDone={setDone} />}
    </Section>
  );
}

type Matching = { readonly report: ReportFacts; readonly view: ReportView };
type MatchTableProps = { matching: readonly Matching[]; own: OwnData; onDone: (what: string) => void };

function MatchTable({ matching, own, onDone }: MatchTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls sideways must be reachable by keyboard
    <div role="region" aria-label="Matches and this person" tabIndex={0} className="overflow-x-auto -outline-offset-2">
      <table className="w-full min-w-80 table-fixed text-sm">
        <thead>
          <tr className="border-b border-line bg-canvas text-xs text-ink-muted">
            {["Name", "Born", "Country"].map((head) => (
              <th
                key={head}
                scope="col"
                className="px-3 py-1.5 text-start font-medium first:w-[44%] first:ps-4 sm:first:w-1/2 nth-2:w-[31%] sm:nth-2:w-auto"
              >
                {head}
              </th>
            ))}
          </tr>
          <OwnRow own={own} />
        </thead>
        {matching.map(({ report, view }, index) => (
          <ReportRows key={report.id ?? index} report={report} view={view} own={own} onDone={onDone} />
        ))}
      </table>
    </div>
  );
}

function ReportRows({ report, view, own, onDone }: Matching & Omit<MatchTableProps, "matching">) {
  const [isWhole, setWhole] = useState(false);
  const findings = isWhole ? view.findings : view.findings.slice(0, shownAtFirst);
  const left = view.findings.length - findings.length;
  return (
    <>
      {findings.map((finding, place) => (
        <FindingRows
          key={finding.record?.id ?? place}
          finding={finding}
          own={own}
          source={view.label}
          action={<FindingAction report={report} finding={finding} onDone={onDone} />}
        />
      ))}
      <tbody>
        {view.findings.length === 0 && (
          <tr className="border-t border-line">
            <td colSpan={3} className="px-4 py-2">
              <span className="font-medium">{view.label}</span>: Persona says that there is a match and does not tell which.
            </td>
          </tr>
        )}
        {view.leftOut > 0 && (
          <tr className="border-t border-line">
            <td colSpan={3} className="px-4 py-2 text-ink-muted">
              {view.label} has {count(view.leftOut, "match", "matches")} more than are shown here: look at it in Persona&apos;s dashboard.
            </td>
          </tr>
        )}
        {left > 0 && (
          <tr className="border-t border-line print:hidden">
            <td colSpan={3} className="px-3 py-1.5">
              <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
                Show {count(left, "more match", "more matches")} of {view.label}
              </Button>
            </td>
          </tr>
        )}
        <tr className="print:hidden">
          <td colSpan={3} className="px-4 pb-2.5 empty:p-0">
            <AllMatchesAction report={report} label={view.label} findings={view.findings.length} onDone={onDone} />
          </td>
        </tr>
      </tbody>
    </>
  );
}

function OwnRow({ own }: { own: OwnData }) {
  const countries = [...new Set(own.countries.map(countryLabel))];
  return (
    <tr className="align-top font-medium">
      <th scope="row" className="px-3 py-2 ps-4 text-start">
        <span className="block text-xs font-normal text-ink-muted">This person</span>
        {own.names.map((name) => (
          <bdi key={name} className="block wrap-anywhere">
            {name}
          </bdi>
        ))}
        {own.names.length === 0 && <span className="font-normal text-ink-faint">Not known</span>}
      </th>
      {[own.births.map(formatPartialDate), countries].map((texts, index) => (
        <td key={index} className="px-3 py-2">
          <span aria-hidden="true" className="block text-xs">
            {"\u00A0"}
          </span>
          <bdi>{[...new Set(texts)].join(", ")}</bdi>
          {texts.length === 0 && <span className="font-normal text-ink-faint">Not known</span>}
        </td>
      ))}
    </tr>
  );
}
