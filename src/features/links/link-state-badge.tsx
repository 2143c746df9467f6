import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleMinusIcon from "lucide-react/icons/circle-minus";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import EyeIcon from "lucide-react/icons/eye";
import TimerOffIcon from "lucide-react/icons/timer-off";
import { describeLinkState, type KnownLinkState, knownLinkState } from "@/domain/issued-link";
import { Badge } from "@/ui/badge";
import type { Icon } from "@/ui/icon";

const icons: Readonly<Record<KnownLinkState, Icon>> = {
  live: CircleCheckIcon,
  opened: EyeIcon,
  superseded: CircleMinusIcon,
  lapsed: TimerOffIcon,
};

/** Whether an issued link still opens, as icon, word and colour. */
export function LinkStateBadge({ state }: { state: string }) {
  const { label, tone, sentence } = describeLinkState(state);
  const known = knownLinkState(state);
  return (
    <Badge tone={tone} icon={known ? icons[known] : CircleQuestionIcon} tip={sentence}>
      {label}
    </Badge>
  );
}
