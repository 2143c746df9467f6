import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleDashedIcon from "lucide-react/icons/circle-dashed";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import CircleXIcon from "lucide-react/icons/circle-x";
import ClockIcon from "lucide-react/icons/clock";
import EraserIcon from "lucide-react/icons/eraser";
import ScanEyeIcon from "lucide-react/icons/scan-eye";
import ShieldCheckIcon from "lucide-react/icons/shield-check";
import ShieldXIcon from "lucide-react/icons/shield-x";
import TimerOffIcon from "lucide-react/icons/timer-off";
import { describeInquiryStatus, type KnownInquiryStatus, knownInquiryStatus, redactedMark } from "@/domain/inquiry-status";
import { Badge } from "@/ui/badge";
import type { Icon } from "@/ui/icon";

const icons: Readonly<Record<KnownInquiryStatus, Icon>> = {
  created: CircleDashedIcon,
  pending: ClockIcon,
  completed: CircleCheckIcon,
  failed: CircleXIcon,
  expired: TimerOffIcon,
  needs_review: ScanEyeIcon,
  approved: ShieldCheckIcon,
  declined: ShieldXIcon,
};

/** @param status as the API sent it; a value nobody has documented is shown as it is. */
export function InquiryStatusBadge({ status }: { status: string | null | undefined }) {
  const meaning = describeInquiryStatus(status);
  const known = knownInquiryStatus({ status });
  return (
    <Badge tone={meaning.tone} icon={known ? icons[known] : CircleQuestionIcon} tip={meaning.sentence}>
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
