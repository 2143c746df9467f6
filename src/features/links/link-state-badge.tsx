import { describeLinkState, type KnownLinkState, knownLinkState } from "@/domain/issued-link";
import { Badge } from "@/ui/badge";
import { CircleCheckIcon, CircleMinusIcon, CircleQuestionIcon, EyeIcon, type Icon, TimerOffIcon } from "@/ui/icons";

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
