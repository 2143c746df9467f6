/** What is unusual about an inquiry, worst first. */
import type { InquiryFacts, SessionFacts, VerificationFacts } from "@/domain/facts";
import { behaviorSignals } from "@/domain/signals/behavior-facts";
import { sharedDeviceSignals, type SharedDeviceFacts } from "@/domain/signals/shared-devices";
import { sessionSignals } from "@/domain/signals/session-signals";
import type { Signal } from "@/domain/signals/signal";
import { kindOf } from "@/domain/verification-kind";
import { groupVerifications } from "@/domain/verification-view";
import { readEntries, readText } from "@/lib/read";

export type SignalInput = {
  readonly inquiry: InquiryFacts;
  readonly sessions?: readonly SessionFacts[] | null;
  readonly verifications?: readonly VerificationFacts[] | null;
  /** Who else used a device of it; `undefined` or null where that is not known. */
  readonly sharedDevices?: SharedDeviceFacts | null | undefined;
};

/** Each kind once, the first session that shows it; the same country pair of two sessions is one signal. Never throws. */
export function inquirySignals({ inquiry, sessions, verifications, sharedDevices }: SignalInput): Signal[] {
  const all = [
    ...sessionSignals(sessions ?? [], documentCountryOf(verifications ?? [])),
    ...sharedDeviceSignals(sharedDevices),
    ...behaviorSignals(inquiry),
  ];
  const distinct = new Map(all.toReversed().map((signal) => [signal.label, signal]));
  return [...distinct.values()].toSorted((one, other) => other.weight - one.weight || one.label.localeCompare(other.label));
}

/** Whether anything was recorded that could have been unusual: an opened session, or how the flow was filled in. */
export function hasSignalSources({ inquiry, sessions }: SignalInput): boolean {
  return readEntries(inquiry.behaviors).length > 0 || (sessions ?? []).some((session) => session.status !== "new" && session.startedAt);
}

function documentCountryOf(verifications: readonly VerificationFacts[]): string | undefined {
  return groupVerifications(verifications)
    .filter(({ counting }) => kindOf(counting.verification.type).startsWith("government-id"))
    .flatMap(({ counting }) => readText(counting.verification.countryCode) ?? [])[0];
}
