import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import ClockIcon from "lucide-react/icons/clock";
import ExternalLinkIcon from "lucide-react/icons/external-link";
import RefreshIcon from "lucide-react/icons/refresh-cw";
import ScanEyeIcon from "lucide-react/icons/scan-eye";
import ShieldCheckIcon from "lucide-react/icons/shield-check";
import UserRoundIcon from "lucide-react/icons/user-round";
import type { StoryActor } from "@/domain/story/story-types";
import type { Icon } from "@/ui/icon";

/** The word and the sign for who did something. */
export const storyActors: Record<StoryActor, { readonly word: string; readonly icon: Icon }> = {
  user: { word: "User", icon: UserRoundIcon },
  reviewer: { word: "Reviewer", icon: ScanEyeIcon },
  workflow: { word: "Workflow", icon: RefreshIcon },
  clock: { word: "Timer", icon: ClockIcon },
  persona: { word: "Persona", icon: ShieldCheckIcon },
  api: { word: "API", icon: ExternalLinkIcon },
  "not recorded": { word: "Who: not recorded", icon: CircleQuestionIcon },
};
