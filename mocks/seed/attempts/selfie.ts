import type { CheckInput } from "../../world/verification/checks";
import type { SelfiePose, VerificationSelfieAttributes } from "@/api/generated/persona/types.gen";
import { fileOf } from "../drawings/file-url";
import type { Variant } from "../drawings/shot";
import type { Attempt } from "./attempt";

type SelfieCapture = {
  look?: Variant;
  /** Likeness to the portrait on the document, 0 to 100; null when there is nothing to compare with. */
  similarity?: number | null;
  reusable?: boolean;
  outcomes?: CheckInput[];
};

/** Three pictures of the face: left, centre, right. */
export function selfie({ look = "clear", similarity = 93.6, reusable = false, outcomes = [] }: SelfieCapture = {}): Attempt {
  return {
    kind: "selfie",
    checks: outcomes,
    attributes: ({ person, today, files }) => {
      const pose = (side: "left" | "center" | "right"): SelfiePose => ({
        page: `${side}_photo`,
        ...fileOf({ kind: `selfie-${side}`, person, variant: look, today }, files),
      });
      const poses = [pose("left"), pose("center"), pose("right")] as const;
      return {
        captureMethod: "photo",
        leftPhotoUrl: poses[0].url ?? null,
        centerPhotoUrl: poses[1].url ?? null,
        rightPhotoUrl: poses[2].url ?? null,
        photoUrls: [...poses],
        centerPhotoFaceCoordinates: { topLeft: [120, 150], topRight: [360, 150], bottomLeft: [120, 470], bottomRight: [360, 470] },
        documentSimilarityScore: similarity,
        selfieSimilarityScoreLeft: similarity === null ? null : 97.1,
        selfieSimilarityScoreRight: similarity === null ? null : 96.4,
        fromReusablePersona: reusable,
      } satisfies Partial<VerificationSelfieAttributes>;
    },
  };
}
