import { Link } from "@tanstack/react-router";
import type { InquiryModel } from "@/api/models";
import { describeInquiryStatus } from "@/domain/inquiry-status";
import { formatDate, zoneName } from "@/lib/time";
import { readTime } from "@/lib/read";
import { count } from "@/lib/words";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { laneChart, mostLanes } from "./lanes";
import "./person-lanes.css";

type PersonLanesProps = { inquiries: readonly InquiryModel[]; templateName: (inquiry: InquiryModel) => string };

/** When this person's inquiries began and ended, one lane each, newest on top. The table below holds the same. */
export function PersonLanes({ inquiries, templateName }: PersonLanesProps) {
  const now = useNow();
  const { lanes, ticks } = laneChart(inquiries, now);
  if (lanes.length === 0) return null;
  return (
    <Section
      title="Timeline"
      aside={
        inquiries.length > mostLanes ? `the newest ${lanes.length} of ${inquiries.length}` : count(lanes.length, "inquiry", "inquiries")
      }
    >
      <div className="lanes">
        <div aria-hidden="true" className="lanes-grid">
          {ticks.map(({ at, label }) => (
            <span key={at} className="lanes-tick" data-late={at > 50 || undefined} style={{ left: `${at}%` }}>
              <span>{label}</span>
            </span>
          ))}
          <span className="lanes-tick lanes-now" style={{ left: "100%" }}>
            <span>now, {zoneName(now)}</span>
          </span>
        </div>
        <ul className="lanes-list">
          {lanes.map(({ inquiry, start, width, runsOn }) => {
            const { label, tone } = describeInquiryStatus(inquiry.status);
            const began = formatDate(readTime(inquiry.createdAt) ?? Number.NaN);
            return (
              <li key={inquiry.id} data-tone={tone}>
                <Link
                  to="/inquiries/$inquiryId"
                  params={{ inquiryId: inquiry.id }}
                  preload={false}
                  className="lane"
                  aria-label={`${label}, ${templateName(inquiry)}, created ${began}`}
                >
                  <span className="lane-label">
                    {label} <span className="lane-template text-ink-faint">· {templateName(inquiry)}</span>
                  </span>
                  <span className="lane-track" data-tip={`${label}, created ${began}`}>
                    <span className="lane-bar" data-runs-on={runsOn || undefined} style={{ left: `${start}%`, width: `${width}%` }} />
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
}
