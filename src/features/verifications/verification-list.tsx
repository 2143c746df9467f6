import { factAnchor } from "@/components/fact-anchor";
import { VerificationGroupCard } from "@/features/verifications/verification-group-card";
import { useAttemptKeys } from "@/features/verifications/use-attempt-keys";
import { type InquiryFacts, linksOf, type VerificationFacts } from "@/domain/facts";
import { missingParts } from "@/domain/missing-parts";
import { isOpen, isRedacted } from "@/domain/inquiry-status";
import { groupVerifications } from "@/domain/verification-view";
import { count } from "@/lib/words";
import { Section } from "@/ui/section";

/** Every attempt of an inquiry by kind. Kinds that failed a required check stand first: they are what a reviewer came for. */
export function VerificationList({ inquiry, verifications }: { inquiry: InquiryFacts; verifications: readonly VerificationFacts[] }) {
  const groups = groupVerifications(verifications);
  const failedFirst = groups.toSorted((one, other) => weight(other) - weight(one));
  // that the answer says nothing of them does not say that there are none
  const isUntold = linksOf(inquiry, "verifications") === undefined && !isRedacted(inquiry);
  const list = useAttemptKeys(verifications.length > 0);
  return (
    <Section
      id={factAnchor.verifications}
      title="Verifications"
      aside={groups.length > 0 ? count(verifications.length, "attempt") : undefined}
      flush
    >
      {groups.length === 0 ? (
        <p className="px-4 py-3 text-sm text-ink-muted">
          {isUntold || missingParts(inquiry, { verifications }).verifications > 0
            ? "Its verifications did not come with Persona's answer."
            : isOpen(inquiry)
              ? "No verification yet. An attempt appears here as soon as the user begins one."
              : "No verification was recorded."}
        </p>
      ) : (
        <div ref={list} className="divide-y divide-line">
          {failedFirst.map((group) => (
            <VerificationGroupCard key={group.kind} group={group} />
          ))}
        </div>
      )}
    </Section>
  );
}

function weight(group: ReturnType<typeof groupVerifications>[number]): number {
  return group.counting.failedRequired.length > 0 ? 1 : 0;
}
