import {
  BanIcon,
  CheckIcon,
  CircleAlertIcon,
  CircleCheckIcon,
  CircleDashedIcon,
  CircleMinusIcon,
  CircleQuestionIcon,
  CircleXIcon,
  ClockIcon,
  type Icon,
  LoaderIcon,
  RotateCcwIcon,
  SkipForwardIcon,
  TimerOffIcon,
} from "@/ui/icons";

export type StatusKind = "verification" | "check" | "requirement" | "session" | "capture" | "report" | "template";

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
};

export function statusIcon(kind: StatusKind, status: string): Icon {
  return own[kind]?.[status] ?? (Object.hasOwn(shared, status) ? shared[status] : undefined) ?? CircleQuestionIcon;
}
