import type { StoryActor } from "@/domain/story/story-types";
import {
  CircleQuestionIcon,
  ClockIcon,
  ExternalLinkIcon,
  type Icon,
  RefreshIcon,
  ScanEyeIcon,
  ShieldCheckIcon,
  UserRoundIcon,
} from "@/ui/icons";

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
