import ScanEyeIcon from "lucide-react/icons/scan-eye";
import ShieldCheckIcon from "lucide-react/icons/shield-check";
import ShieldXIcon from "lucide-react/icons/shield-x";
import { pageShortcuts } from "@/components/page-shortcuts";
import type { DecisionAction } from "@/domain/rehearsal";
import type { ButtonVariant } from "@/ui/button-look";
import type { Icon } from "@/ui/icon";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";
import type { Tone } from "@/ui/tone";

export type { DecisionAction };
export const decisionActions: readonly DecisionAction[] = ["approve", "decline", "markForReview"];

type Details = {
  /** The single key that opens it. */
  shortcut: ShortcutDefinition;
  label: string;
  icon: Icon;
  tone: Tone;
  /** The confirming button's look. */
  variant: ButtonVariant;
  /** What the confirming button says. */
  confirm: string;
  /** While it is on its way to the server. */
  doing: string;
  /** What the button says where it is only proposed. */
  propose: string;
  /** Who reads the comment that goes with it. */
  commentHint: string;
};

const kept = "Seen by your team in Persona, never by the user.";

export const decisionDetails: Record<DecisionAction, Details> = {
  approve: {
    shortcut: pageShortcuts.approve,
    label: "Approve",
    icon: ShieldCheckIcon,
    tone: "green",
    variant: "approve",
    confirm: "Approve inquiry",
    doing: "Approving",
    propose: "Propose approval",
    commentHint: kept,
  },
  decline: {
    shortcut: pageShortcuts.decline,
    label: "Decline",
    icon: ShieldXIcon,
    tone: "red",
    variant: "danger",
    confirm: "Decline inquiry",
    doing: "Declining",
    propose: "Propose decline",
    commentHint: kept,
  },
  markForReview: {
    shortcut: pageShortcuts.markForReview,
    label: "Mark for review",
    icon: ScanEyeIcon,
    tone: "violet",
    variant: "primary",
    confirm: "Mark for review",
    doing: "Marking for review",
    propose: "Mark for review",
    commentHint: "Persona keeps none with this: it stays in the desk's own log.",
  },
};
