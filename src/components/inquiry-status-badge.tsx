import EraserIcon from "lucide-react/icons/eraser";
import { describeInquiryStatus, knownInquiryStatus, redactedMark } from "@/domain/inquiry-status";
import { Badge } from "@/ui/badge";
import { badgeLook } from "@/ui/badge-look";

/**
 * One element, since lists have fifty of them: the icon is a mask (inquiry-status-icons.css).
 * @param status as the API sent it; a value nobody has documented is shown as it is.
 */
export function InquiryStatusBadge({ status }: { status: string | null | undefined }) {
  const { tone, sentence, label } = describeInquiryStatus(status);
  return (
    <span
      className={`inquiry-status lean-badge ${badgeLook(tone)}`}
      data-status={knownInquiryStatus({ status })}
      data-tone={tone}
      data-tip={sentence}
    >
      {label}
    </span>
  );
}

/** Stands beside a status, never in its place: redaction leaves the status as it was. */
export function RedactedBadge({ className }: { className?: string }) {
  return (
    <Badge tone={redactedMark.tone} icon={EraserIcon} tip={redactedMark.sentence} className={className}>
      {redactedMark.label}
    </Badge>
  );
}
