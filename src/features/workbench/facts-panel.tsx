import { factAnchor } from "@/components/fact-anchor";
import { ObjectLink } from "@/components/object-link";
import { UntrustedText } from "@/components/untrusted-text";
import type { InquiryDetail } from "@/api/inquiries/queries";
import { commentOf } from "@/domain/decision-comment";
import { behaviorFacts } from "@/domain/signals/behavior-facts";
import { humanize } from "@/lib/humanize";
import { Description, DescriptionList } from "@/ui/description-list";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

const times = [
  ["Created", "createdAt"],
  ["Started", "startedAt"],
  ["Completed", "completedAt"],
  ["Failed", "failedAt"],
  ["Marked for review", "markedForReviewAt"],
  ["Decided", "decisionedAt"],
  ["Expires", "expiresAt"],
  ["Expired", "expiredAt"],
  ["Redacted", "redactedAt"],
  ["Last change", "updatedAt"],
] as const;

/** Everything the inquiry says of itself that has no better place. */
export function FactsPanel({ detail }: { detail: InquiryDetail }) {
  const { inquiry, template, reviewer } = detail;
  const { comment, by } = commentOf(inquiry);
  const { inquiryTemplate, inquiryTemplateVersion, template: legacyTemplate, transaction } = inquiry.links;
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      <DescriptionList>
        <Description term="Created by">
          <UntrustedText value={inquiry.creator} fallback="Not recorded" />
        </Description>
        <Description term="Decided by">
          {reviewer ? <UntrustedText value={reviewer.emailAddress} /> : <ReviewerLink detail={detail} />}
        </Description>
        {/* decisions made in the desk are signed; so is what somebody signs by hand in Persona's dashboard */}
        {by && (
          <Description term="Signed by">
            <UntrustedText value={`${by.name} (${by.emailAddress})`} />
          </Description>
        )}
        <Description term="Comment">
          <UntrustedText value={comment} multiline />
        </Description>
        <Description term="Template">
          <UntrustedText value={template?.name} fallback="Not known" />
          {[inquiryTemplate, inquiryTemplateVersion, legacyTemplate].map(
            (link) => link && <IdChip key={link.id} id={link.id} className="-ms-1" />,
          )}
        </Description>
        {transaction && (
          <Description term="Transaction">
            <IdChip id={transaction.id} className="-ms-1" />
          </Description>
        )}
        <Description term="Steps">
          <UntrustedText
            value={[inquiry.previousStepName, inquiry.nextStepName].flatMap((step) => (step ? [humanize(step)] : [])).join(" → ")}
          />
        </Description>
      </DescriptionList>
      <DescriptionList>
        {times.map(
          ([term, attribute]) =>
            inquiry[attribute] && (
              <Description key={attribute} term={term}>
                <Time value={inquiry[attribute]} show="absolute" fallback="Not readable" />
              </Description>
            ),
        )}
      </DescriptionList>
      <Behaviors behaviors={inquiry.behaviors} />
    </div>
  );
}

function ReviewerLink({ detail }: { detail: InquiryDetail }) {
  const link = detail.inquiry.links.reviewer;
  if (!link) return <span className="text-ink-faint">–</span>;
  return (
    <>
      {humanize(link.type)} <ObjectLink id={link.id} />
    </>
  );
}

/** How the flow was filled in, as Persona measured it. */
function Behaviors({ behaviors }: { behaviors: unknown }) {
  const figures = behaviorFacts(behaviors);
  if (figures.length === 0) {
    return (
      <DescriptionList>
        <Description term="Behaviors">Not recorded</Description>
      </DescriptionList>
    );
  }
  const half = Math.ceil(figures.length / 2);
  return (
    <div id={factAnchor.behavior} className="grid gap-x-8 gap-y-4 lg:col-span-2 lg:grid-cols-2">
      {[figures.slice(0, half), figures.slice(half)].map((column, index) => (
        <DescriptionList key={index}>
          {column.map(({ label, text }, place) => (
            <Description key={place} term={label}>
              <UntrustedText value={text} limit={120} />
            </Description>
          ))}
        </DescriptionList>
      ))}
    </div>
  );
}
