import type { InquiryModel } from "@/api/models";
import { ObjectLink } from "@/components/object-link";
import { StandingNoteLine } from "@/components/standing-note-line";
import type { TemplateStanding } from "@/domain/standing";
import { count } from "@/lib/words";
import { Time } from "@/ui/time";

type OtherTemplatesProps = {
  standings: readonly TemplateStanding<InquiryModel>[];
  nameOf: (templateId: string | null) => string;
};

/** Where the person stands on the templates that the first line is not about, the most pressing first. */
export function OtherTemplates({ standings, nameOf }: OtherTemplatesProps) {
  return (
    <ul aria-label="Other templates" className="mt-1 flex flex-col gap-0.5 border-t border-line pt-1.5">
      {standings.map((standing) => (
        <li key={standing.templateId} data-tone={standing.tone} className="flex flex-wrap items-baseline gap-x-2">
          <span aria-hidden="true" className="size-2 shrink-0 self-center rounded-full bg-tone-mark" />
          <bdi className="text-ink">{nameOf(standing.templateId)}</bdi>
          <span className="font-medium text-tone-text">{standing.label}</span>
          {standing.since !== null && <Time value={standing.since} />}
          {standing.inquiries.length > 1 && <span>{count(standing.inquiries.length, "inquiry", "inquiries")}</span>}
          {standing.inquiry && <ObjectLink id={standing.inquiry.id} />}
          {standing.notes.map((note) => (
            <div key={note.sentence} className="w-full ps-4 text-xs">
              <StandingNoteLine note={note} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
