import CircleAlertIcon from "lucide-react/icons/circle-alert";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import XIcon from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { comparePerson, type Remark } from "@/domain/reports/compare-person";
import { formatPartialDate } from "@/domain/compare/partial-date";
import type { OwnData } from "@/domain/reports/own-data";
import type { Finding } from "@/domain/reports/report-findings";
import { countryLabel } from "@/lib/country-code";
import type { Icon } from "@/ui/icon";
import type { Tone } from "@/ui/tone";
import { FindingDetails } from "./finding-details";
import { OutsideLink } from "./outside-link";

type FindingRowsProps = {
  finding: Finding;
  own: OwnData;
  /** The report it comes from: "Watchlist". */
  source: string;
  /** What can be done to this record alone. */
  action?: ReactNode;
};

/** One record of a report: the list, then each name on it held against the person, then what is told besides. */
export function FindingRows({ finding, own, source, action }: FindingRowsProps) {
  const { title, url, labels, people } = finding;
  return (
    <tbody className="border-t border-line">
      <tr>
        <th scope="rowgroup" colSpan={3} className="px-4 pt-2.5 pb-1 text-start font-normal">
          <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
            <span className="font-semibold">
              <OutsideLink url={url}>{title}</OutsideLink>
            </span>
            <span className="text-xs text-ink-muted">
              <bdi>{[...new Set([source, ...labels])].join(" · ")}</bdi>
            </span>
          </span>
        </th>
      </tr>
      {people.map((person, index) => {
        const compared = comparePerson(own, person);
        const countries = person.countries.map(countryLabel);
        return (
          <tr key={index} className="align-top">
            <FoundCell isFirst remark={compared.name}>
              <bdi>{person.name}</bdi>
              {person.isAlias && <span className="text-ink-muted"> · another name of theirs</span>}
            </FoundCell>
            <FoundCell remark={compared.birth}>{person.births.map(formatPartialDate).join(", ")}</FoundCell>
            <FoundCell remark={compared.country}>
              <bdi>{[...new Set(countries)].join(", ")}</bdi>
            </FoundCell>
          </tr>
        );
      })}
      <tr>
        <td colSpan={3} className="px-4 pb-2.5">
          <FindingDetails finding={finding} />
          <div className="mt-1.5 empty:hidden">{action}</div>
        </td>
      </tr>
    </tbody>
  );
}

const looks: Record<Remark["agreement"], { icon: Icon; tone: Tone }> = {
  // What agrees speaks for a match, and so against the person: it is what has to be seen.
  same: { icon: CircleAlertIcon, tone: "red" },
  partly: { icon: CircleAlertIcon, tone: "amber" },
  different: { icon: XIcon, tone: "neutral" },
  unknown: { icon: CircleQuestionIcon, tone: "neutral" },
};

function FoundCell({ remark, isFirst = false, children }: { remark: Remark; isFirst?: boolean; children: ReactNode }) {
  const { icon: RemarkIcon, tone } = looks[remark.agreement];
  return (
    <td className={isFirst ? "py-1 ps-4 pe-3 wrap-anywhere" : "px-3 py-1 wrap-anywhere"}>
      <span className="block empty:hidden">{children}</span>
      <span data-tone={tone} className="flex items-start gap-1 text-xs text-tone-text">
        <RemarkIcon className="mt-0.5 size-3 shrink-0" />
        {remark.text}
      </span>
    </td>
  );
}
