import BanIcon from "lucide-react/icons/ban";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import { describeAuditOutcome, type KnownAuditOutcome, knownAuditOutcome } from "@/domain/audit-outcome";
import { Badge } from "@/ui/badge";
import type { Icon } from "@/ui/icon";

const icons: Readonly<Record<KnownAuditOutcome, Icon>> = {
  done: CircleCheckIcon,
  refused: BanIcon,
  failed: CircleAlertIcon,
  unknown: CircleQuestionIcon,
};

/** How it ended, as icon, word and colour. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
  const { label, tone, sentence } = describeAuditOutcome(outcome);
  const known = knownAuditOutcome(outcome);
  return (
    <Badge tone={tone} icon={known ? icons[known] : CircleQuestionIcon} tip={sentence}>
      {label}
    </Badge>
  );
}
