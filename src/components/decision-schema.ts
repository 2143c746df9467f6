import "@/lib/zod-config";
import { z } from "zod/mini";
import { decisionCommentLimit } from "@/domain/decision-comment";
import { missingOf } from "@/domain/decision-requirements";
import type { DecisionReason } from "@/domain/default-settings";
import type { DecisionAction } from "@/domain/rehearsal";

type Situation = {
  action: DecisionAction;
  /** The company's reasons for it; undefined while they are not known. */
  reasons: readonly DecisionReason[] | undefined;
  /** Whether something speaks against it. */
  isContradicted: boolean;
};

const tooLong = `At most ${decisionCommentLimit.toLocaleString("en")} characters. Shorten it, or put the rest into the ticket.`;

/** What a decision needs to be sent: `reasonId` is empty for none. */
export const decisionSchema = ({ action, reasons, isContradicted }: Situation) =>
  z
    .object({ reasonId: z.string(), comment: z.string().check(z.maxLength(decisionCommentLimit, tooLong)) })
    .check(({ value: { reasonId, comment }, issues }) => {
      const reason = reasons?.find(({ id }) => id === reasonId);
      const missing = missingOf({ action, reason, comment, hasReasons: reasons?.length !== 0, isContradicted });
      const tell = (path: "reasonId" | "comment", message: string | undefined) => {
        if (message !== undefined) issues.push({ code: "custom", path: [path], message, input: "" });
      };
      tell("reasonId", reasons === undefined && missing.reason !== undefined ? "The reasons have not been loaded yet." : missing.reason);
      tell("comment", missing.comment);
    });
