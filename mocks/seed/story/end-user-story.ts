import { endUser } from "../../world/core/actor";
import { change } from "../../world/core/change";
import { startSession } from "../../world/session/devices";
import { openLink, type OpenOutcome } from "../../world/session/end-user";
import { emit } from "../../world/core/events";
import { beginVerification, completeFlow, confirmVerification, leaveFlow, submitVerification } from "../../world/flow/flow";
import { isStepDone } from "../../world/flow/flow-position";
import {
  cancelVerification,
  failVerification,
  passVerification,
  requireVerificationRetry,
  skipVerification,
} from "../../world/flow/flow-results";
import { checksOf } from "../../world/verification/checks";
import { settingsOf } from "../../world/inquiry/inquiry-lookup";
import { createInquirySession } from "../../world/session/sessions";
import { second } from "../../world/core/time";
import type { Attempt } from "../attempts/attempt";
import { usualBehaviors } from "../attempts/behaviors";
import type { Span } from "../span";
import type { Visit } from "../visits";
import { StoryLine } from "./story-line";

/** What the person being verified does. */
export class EndUserStory extends StoryLine {
  protected sessionId = "";

  /** Opens the dedicated link for the first time. */
  opens(after: Span, device: Visit): this {
    return this.tell(after, () => this.enter(openLink(this.world, { link: this.#dedicatedLink(), device })));
  }

  /** Tries the dedicated link again, which lets nobody in without a token once the inquiry has started. */
  refused(after: Span, device: Visit): this {
    return this.tell(after, () => {
      const { outcome } = openLink(this.world, { link: this.#dedicatedLink(), device });
      if (outcome !== "refused") throw new Error("The link let somebody in");
    });
  }

  /** Comes in on another device: by handoff, or because the link was passed around. */
  returns(after: Span, device: Visit): this {
    return this.tell(after, () => {
      const session = createInquirySession(this.world, { inquiryId: this.inquiryId }, endUser);
      startSession(this.world, session, device);
      this.sessionId = session.id;
    });
  }

  /** Begins an attempt and gets no further for now. */
  begins(after: Span, { kind }: Attempt): this {
    return this.tell(after, () => void beginVerification(this.world, { sessionId: this.sessionId, kind }));
  }

  /** Hands an attempt in; it is still being processed. */
  submits(after: Span, attempt: Attempt): this {
    return this.tell(after, () => this.#submit(attempt));
  }

  /** An attempt that passes; with the last one the inquiry completes. */
  passes(after: Span, attempt: Attempt): this {
    const line = this.tell(after, () => {
      this.#submit(attempt);
    }).tell("3s", () => void passVerification(this.world, { sessionId: this.sessionId, kind: attempt.kind, checks: attempt.checks }));
    return line.aside(2 * second, () => this.#completeIfDone());
  }

  /** An attempt that fails; with the last one allowed the inquiry fails too. */
  fails(after: Span, attempt: Attempt): this {
    return this.tell(after, () => {
      this.#submit(attempt);
    }).tell("3s", () => void failVerification(this.world, { sessionId: this.sessionId, kind: attempt.kind, checks: attempt.checks }));
  }

  /** An attempt that could not be processed. */
  retries(after: Span, attempt: Attempt): this {
    return this.tell(after, () => {
      this.#submit(attempt);
    }).tell(
      "3s",
      () => void requireVerificationRetry(this.world, { sessionId: this.sessionId, kind: attempt.kind, checks: attempt.checks }),
    );
  }

  /** An attempt that does not apply and is passed over. */
  skips(after: Span, attempt: Attempt): this {
    return this.tell(after, () => {
      this.#submit(attempt);
      const verification = skipVerification(this.world, { sessionId: this.sessionId });
      change(this.world, verification, { checks: checksOf(attempt.kind, attempt.checks) });
    }).aside(2 * second, () => this.#completeIfDone());
  }

  /** An attempt that is begun and times out after so long. */
  cancels(after: Span, attempt: Attempt): this {
    return this.tell("1s", () => {
      const { world, sessionId } = this;
      const verification = beginVerification(world, { sessionId, kind: attempt.kind });
      change(world, verification, { ...attempt.attributes(this.context), checks: checksOf(attempt.kind, attempt.checks) });
    }).tell(after, () => void cancelVerification(this.world, { sessionId: this.sessionId }));
  }

  /** An attempt that ends in a status of few kinds, or in one nobody knows yet. */
  turns(after: Span, attempt: Attempt, status: string): this {
    return this.tell(after, () => {
      const { world, sessionId } = this;
      if (status === "confirmed") {
        const verification = beginVerification(world, { sessionId, kind: attempt.kind });
        change(world, verification, attempt.attributes(this.context));
        confirmVerification(world, { sessionId });
        return;
      }
      const verification = this.#submit(attempt);
      change(world, verification, { status, checks: checksOf(attempt.kind, attempt.checks) });
      emit(world, `verification.${status.replaceAll("_", "-")}`, verification);
    });
  }

  /** Leaves the flow; the session lives on. */
  leaves(after: Span): this {
    return this.tell(after, () => void leaveFlow(this.world, { sessionId: this.sessionId }));
  }

  /** Remembers the session that an opening led to. */
  protected enter(opened: OpenOutcome): void {
    if (opened.outcome === "refused") throw new Error(opened.details);
    this.sessionId = opened.sessionId;
  }

  #dedicatedLink(): string {
    return `https://hollisgrey.withpersona.com/verify?inquiry-id=${this.inquiryId}`;
  }

  #submit(attempt: Attempt) {
    const { world, sessionId } = this;
    const attributes = attempt.attributes(this.context);
    return submitVerification(world, { sessionId, kind: attempt.kind, attributes });
  }

  #completeIfDone(): void {
    const { world, inquiry } = this;
    const required = settingsOf(world, inquiry).steps.filter((step) => step.optional !== true);
    const done = required.every((step) => isStepDone(world, inquiry, step));
    if (!done || inquiry.attributes.status !== "pending") return;
    const told = Object.keys(inquiry.attributes.behaviors ?? {}).length > 0;
    completeFlow(world, { sessionId: this.sessionId, ...(!told && { behaviors: usualBehaviors(this.name) }) });
  }
}
