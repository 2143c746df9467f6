import { statusIcon, type StatusKind } from "@/components/status-icons";
import {
  describeCaptureStatus,
  describeReportStatus,
  describeSessionStatus,
  describeTemplateStatus,
  describeVersionStatus,
} from "@/domain/resource-status";
import type { StatusMeaning } from "@/domain/status-meaning";
import { describeCheckStatus, describeRequirement, describeVerificationStatus } from "@/domain/verification-status";
import { Badge } from "@/ui/badge";

const describe: Record<StatusKind, (status: unknown) => StatusMeaning> = {
  verification: describeVerificationStatus,
  check: describeCheckStatus,
  requirement: describeRequirement,
  session: describeSessionStatus,
  capture: describeCaptureStatus,
  report: describeReportStatus,
  template: describeTemplateStatus,
  "template version": describeVersionStatus,
};

type StatusBadgeProps = {
  /** What the status belongs to: "pending" of a report isn't "pending" of an inquiry. Documents and selfies are "capture". */
  of: StatusKind;
  /** As the API sent it; a value nobody has documented is shown as it is. */
  status: unknown;
  className?: string;
};

/** The status of what belongs to an inquiry, as icon, word and colour; what it means is in its tooltip. */
export function StatusBadge({ of, status, className }: StatusBadgeProps) {
  const meaning = describe[of](status);
  return (
    <Badge tone={meaning.tone} icon={statusIcon(of, meaning.status)} tip={meaning.sentence} className={className}>
      {meaning.label}
    </Badge>
  );
}
