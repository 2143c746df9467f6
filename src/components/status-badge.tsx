import { statusIcon, type StatusKind } from "@/components/status-icons";
import { describeInquiryStatus, redactedMark } from "@/domain/inquiry-status";
import { describeCaptureStatus, describeReportStatus, describeSessionStatus, describeTemplateStatus } from "@/domain/resource-status";
import type { StatusMeaning } from "@/domain/status-meaning";
import { describeCheckStatus, describeRequirement, describeVerificationStatus } from "@/domain/verification-status";
import { Badge } from "@/ui/badge";
import { EraserIcon } from "@/ui/icons";

const describe: Record<StatusKind, (status: unknown) => StatusMeaning> = {
  inquiry: describeInquiryStatus,
  verification: describeVerificationStatus,
  check: describeCheckStatus,
  requirement: describeRequirement,
  session: describeSessionStatus,
  capture: describeCaptureStatus,
  report: describeReportStatus,
  template: describeTemplateStatus,
};

type StatusBadgeProps = {
  /** What the status belongs to: "pending" of a report isn't "pending" of an inquiry. Documents and selfies are "capture". */
  of: StatusKind;
  /** As the API sent it; a value nobody has documented is shown as it is. */
  status: unknown;
  className?: string;
};

/** A status as icon, word and colour; what it means is in its tooltip. */
export function StatusBadge({ of, status, className }: StatusBadgeProps) {
  const meaning = describe[of](status);
  return (
    <Badge tone={meaning.tone} icon={statusIcon(of, meaning.status)} tip={meaning.sentence} className={className}>
      {meaning.label}
    </Badge>
  );
}

/** Stands beside a status, never in its place: redaction leaves the status as it was. */
export function RedactedBadge() {
  return (
    <Badge tone={redactedMark.tone} icon={EraserIcon} tip={redactedMark.sentence}>
      {redactedMark.label}
    </Badge>
  );
}
