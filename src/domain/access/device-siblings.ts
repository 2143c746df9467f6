/** Inquiries of other accounts on the same device, one of which may be where the user went on. */
import type { Evidence } from "@/domain/access/access-evidence";
import { begun } from "@/domain/access/sibling-finding";
import { templateIdOf } from "@/domain/counting-inquiry";
import type { SharedDeviceInquiryFacts } from "@/domain/signals/shared-devices";
import { count, pluralOf } from "@/lib/words";

/**
 * Those of the same template that somebody has begun, the last opened first. Whose they are can't be told: no name and no birth date of them
 * is known here, and families share a device. So they are told, and never the cause.
 */
export function deviceSiblings({ inquiry, sameDevice }: Evidence): SharedDeviceInquiryFacts[] {
  const template = templateIdOf(inquiry);
  return (sameDevice ?? []).filter(
    ({ inquiryTemplateId, status }) => template !== null && inquiryTemplateId === template && begun.includes(status ?? ""),
  );
}

/** What they, or that they are not known, leave open; nothing where nobody else used the device. */
export function deviceDoubts(evidence: Evidence): string[] {
  if (evidence.sameDevice === null) {
    return ["Who else used the same device could not be read: they may have gone on under another account."];
  }
  const others = deviceSiblings(evidence).length;
  if (others === 0) return [];
  const opened = count(others, "inquiry of another account was", "inquiries of other accounts were");
  const which = pluralOf(others, "it is", "any of them is");
  return [`On the same device ${opened} opened: whether ${which} the user's can't be told here.`];
}
