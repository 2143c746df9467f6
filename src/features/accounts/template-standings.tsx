import type { InquiryModel } from "@/api/models";
import { ObjectLink } from "@/components/object-link";
import { StandingNoteLine } from "@/components/standing-note-line";
import type { TemplateStanding } from "@/domain/standing";
import { count } from "@/lib/words";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";

type TemplateStandingsProps = {
  standings: readonly TemplateStanding<InquiryModel>[];
  nameOf: (templateId: string | null) => string;
};

/** Where the person stands on each template, the most pressing first. */
export function TemplateStandings({ standings, nameOf }: TemplateStandingsProps) {
  return (
    <Section title="By template" flush>
      <ul className="divide-y divide-line">
        {standings.map((standing) => (
          <li
            key={standing.templateId}
            data-tone={standing.tone}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 text-sm"
          >
            <span aria-hidden="true" className="size-2 shrink-0 self-center rounded-full bg-tone-mark" />
            <span className="font-medium">
              <bdi>{nameOf(standing.templateId)}</bdi>
            </span>
            <span className="font-medium text-tone-text">{standing.label}</span>
            {standing.since !== null && <Time value={standing.since} className="text-ink-muted" />}
            <span className="text-ink-muted">{count(standing.inquiries.length, "inquiry", "inquiries")}</span>
            {standing.inquiry && (
              <span className="ms-auto">
                <ObjectLink id={standing.inquiry.id} />
              </span>
            )}
            {standing.notes.map((note) => (
              <div key={note.sentence} className="w-full ps-5 text-xs text-ink-muted">
                <StandingNoteLine note={note} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
