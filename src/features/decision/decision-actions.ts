import { approveInquiry, declineInquiry, markInquiryForReview, type ReviewIntent } from "@/api/inquiry-actions";
import type { InquiryModel } from "@/api/models";
import { shortcuts } from "@/components/shortcut-list";
import type { ButtonVariant } from "@/ui/button-look";
import { type Icon, ScanEyeIcon, ShieldCheckIcon, ShieldXIcon } from "@/ui/icons";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";
import type { Tone } from "@/ui/tone";

export const decisionActions = ["approve", "decline", "markForReview"] as const;
export type DecisionAction = (typeof decisionActions)[number];

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
  /** While it is under way, and once the server has confirmed it. */
  doing: string;
  done: string;
  /** The status the server answers with. */
  becomes: string;
  /** Persona takes an audit comment with a decision, none with a mark for review. */
  takesComment: boolean;
  send: (intent: ReviewIntent) => Promise<InquiryModel>;
};

export const decisionDetails: Record<DecisionAction, Details> = {
  approve: {
    shortcut: shortcuts.approve,
    label: "Approve",
    icon: ShieldCheckIcon,
    tone: "green",
    variant: "approve",
    confirm: "Approve inquiry",
    doing: "Approving",
    done: "Approved",
    becomes: "approved",
    takesComment: true,
    send: approveInquiry,
  },
  decline: {
    shortcut: shortcuts.decline,
    label: "Decline",
    icon: ShieldXIcon,
    tone: "red",
    variant: "danger",
    confirm: "Decline inquiry",
    doing: "Declining",
    done: "Declined",
    becomes: "declined",
    takesComment: true,
    send: declineInquiry,
  },
  markForReview: {
    shortcut: shortcuts.markForReview,
    label: "Mark for review",
    icon: ScanEyeIcon,
    tone: "violet",
    variant: "primary",
    confirm: "Mark for review",
    doing: "Marking for review",
    done: "Marked for review",
    becomes: "needs_review",
    takesComment: false,
    send: markInquiryForReview,
  },
};
