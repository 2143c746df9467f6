import { Fragment, useState } from "react";
import { FindingRows } from "@/features/reports/finding-rows";
import type { InquiryFacts, ReportFacts, VerificationFacts } from "@/domain/facts";
import { formatPartialDate } from "@/domain/compare/partial-date";
import { ownDataOf, type OwnData } from "@/domain/reports/own-data";
import { viewReport } from "@/domain/reports/report-view";
import { countryLabel } from "@/lib/country-code";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";

type MatchPanelProps = {
  inquiry: InquiryFacts;
  verifications: readonly VerificationFacts[];
  reports: readonly ReportFacts[];
};

/** More than this many findings of one report are shown on request. */
const shownAtFirst = 10;

/** What the reports matched, person by person beside the person themselves. Nothing where no report has a match. */
export function MatchPanel({ inquiry, verifications, reports }: MatchPanelProps) {
  const [shownInFull, setShownInFull] = useState<ReadonlySet<number>>(new Set());
  const matching = reports.map((report) => ({ report, view: viewReport(report) })).filter(({ view }) => view.hasMatch === true);
  if (matching.length === 0) return null;
  const own = ownDataOf(inquiry, verifications);
  return (
    <Section
      id="matches"
      title="Matches"
      aside={`${count(matching.length, "report")} with a match, beside what is known of this person`}
      flush
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls sideways must be reachable by keyboard */}
      <div role="region" aria-label="Matches and this person" tabIndex={0} className="overflow-x-auto -outline-offset-2">
        <table className="w-full min-w-80 text-sm">
          <thead>
            <tr className="border-b border-line bg-canvas text-xs text-ink-muted">
              {["Name", "Born", "Country"].map((head) => (
                <th key={head} scope="col" className="px-3 py-1.5 text-start font-medium first:w-1/2 first:ps-4">
                  {head}
                </th>
              ))}
            </tr>
            <OwnRow own={own} />
          </thead>
          {matching.map(({ report, view }, index) => {
            const findings = shownInFull.has(index) ? view.findings : view.findings.slice(0, shownAtFirst);
            const left = view.findings.length - findings.length;
            return (
              <Fragment key={report.id ?? index}>
                {findings.map((finding, place) => (
                  <FindingRows key={place} finding={finding} own={own} source={view.label} />
                ))}
                {view.findings.length === 0 && (
                  <tbody>
                    <tr className="border-t border-line">
                      <td colSpan={3} className="px-4 py-2">
                        <span className="font-medium">{view.label}</span>: Persona says that there is a match and does not tell which.
                      </td>
                    </tr>
                  </tbody>
                )}
                {left > 0 && (
                  <tbody>
                    <tr className="border-t border-line">
                      <td colSpan={3} className="px-3 py-1.5">
                        <Button size="small" variant="quiet" onClick={() => setShownInFull(new Set([...shownInFull, index]))}>
                          Show {count(left, "more match", "more matches")} of {view.label}
                        </Button>
                      </td>
                    </tr>
                  </tbody>
                )}
              </Fragment>
            );
          })}
        </table>
      </div>
    </Section>
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
