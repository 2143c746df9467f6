import BanIcon from "lucide-react/icons/ban";
import CheckIcon from "lucide-react/icons/check";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleDashedIcon from "lucide-react/icons/circle-dashed";
import CircleMinusIcon from "lucide-react/icons/circle-minus";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import CircleXIcon from "lucide-react/icons/circle-x";
import ClockIcon from "lucide-react/icons/clock";
import LoaderIcon from "lucide-react/icons/loader-circle";
import RotateCcwIcon from "lucide-react/icons/rotate-ccw";
import SkipForwardIcon from "lucide-react/icons/skip-forward";
import TimerOffIcon from "lucide-react/icons/timer-off";
import type { Icon } from "@/ui/icon";

export type StatusKind = "verification" | "check" | "requirement" | "session" | "capture" | "report" | "template" | "template version";

/** One icon per known status. The same status of two kinds has the same icon unless a kind's own entry says otherwise. */
const shared: Readonly<Record<string, Icon>> = {
  initiated: CircleDashedIcon,
  new: CircleDashedIcon,
  pending: ClockIcon,
  submitted: LoaderIcon,
  active: ClockIcon,
  confirmed: CheckIcon,
  processed: CircleCheckIcon,
  ready: CircleCheckIcon,
  passed: CheckIcon,
  failed: CircleXIcon,
  errored: CircleAlertIcon,
  expired: TimerOffIcon,
  requires_retry: RotateCcwIcon,
  skipped: SkipForwardIcon,
  canceled: BanIcon,
  not_applicable: CircleMinusIcon,
  tentatively_passed: CheckIcon,
  tentatively_failed: CircleXIcon,
  required: CircleAlertIcon,
  not_required: CircleMinusIcon,
  inactive: CircleMinusIcon,
};

const own: Partial<Record<StatusKind, Readonly<Record<string, Icon>>>> = {
  template: { active: CircleCheckIcon },
  "template version": { live: CircleCheckIcon, published: CircleMinusIcon, draft: CircleDashedIcon },
};

export function statusIcon(kind: StatusKind, status: string): Icon {
  return own[kind]?.[status] ?? (Object.hasOwn(shared, status) ? shared[status] : undefined) ?? CircleQuestionIcon;
}
