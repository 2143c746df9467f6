import type { Finding } from "@/domain/reports/report-findings";
import { FigureLine } from "@/ui/figure-line";
import { OutsideLink } from "./outside-link";

/** What a report tells of a record besides names: positions, articles, and the rest in a line each. */
export function FindingDetails({ finding: { positions, articles, facts } }: { finding: Finding }) {
  if (positions.length + articles.length + facts.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {positions.length > 0 && (
        <ul aria-label="Positions">
          {positions.map(({ title, span }, index) => (
            <li key={index} className="wrap-anywhere">
              <bdi>{title}</bdi>
              {span !== "" && <span className="text-ink-muted"> · {span}</span>}
            </li>
          ))}
        </ul>
      )}
      {articles.length > 0 && (
        <ul aria-label="Articles" className="flex flex-col gap-1">
          {articles.map(({ title, url, date, snippet }, index) => (
            <li key={index} className="wrap-anywhere">
              <OutsideLink url={url}>{title}</OutsideLink>
              {date !== "" && <span className="text-ink-muted"> · {date}</span>}
              {snippet !== "" && (
                <span className="block max-w-prose text-xs text-ink-muted">
                  <bdi>{snippet}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <FigureLine figures={facts} />
    </div>
  );
}
