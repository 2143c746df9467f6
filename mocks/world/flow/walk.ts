import type { Inquiry } from "@/api/generated/persona/types.gen";
import { completeFlow, inquiryOfSession, type CompleteInput } from "./flow";
import { flowMove } from "./flow-guard";
import { currentStep } from "./flow-position";
import { passVerification, type PassInput } from "./flow-results";
import type { World } from "../core/world";

export type WalkInput = CompleteInput & {
  /** What differs from a plain pass, by verification kind. */
  passes?: Partial<Record<string, Omit<PassInput, "sessionId" | "kind">>> | undefined;
};

/** Passes everything that is left and completes, all at this instant. @throws Refusal as `passVerification` and `completeFlow` */
export const walkFlow = flowMove((world: World, input: WalkInput): Inquiry => {
  const inquiry = inquiryOfSession(world, input);
  for (let step = currentStep(world, inquiry); step !== undefined; step = currentStep(world, inquiry)) {
    passVerification(world, { sessionId: input.sessionId, kind: step.kind, ...input.passes?.[step.kind] });
  }
  return completeFlow(world, input);
});
