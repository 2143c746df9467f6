/** What is different between two values of a setting, in words. Pure. */
import { accessCauses } from "@/domain/access/access-cause";
import { causeLabels } from "@/domain/access/reply-script";
import { alsoWaitingStatuses } from "@/domain/default-settings";
import { adviceLabels, overrideLabels, situationWords } from "@/domain/duplicate-words";
import { displayLine } from "@/lib/display-text";
import { count } from "@/lib/words";
import type { HoldForm, PeopleForm, PolicyForm, QueueForm, ReasonsForm, ScriptsForm, SlaForm } from "./setting-schemas";

type Identified = { readonly id: string };

const quoted = (text: string) => `“${displayLine(text, 80)}”`;

/** What came, went, and moved in a list, and what changed in the items of both. */
function listChanges<Item extends Identified>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  itemChanges: (before: Item, after: Item) => string[],
): string[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Map(after.map((item) => [item.id, item]));
  const order = (items: readonly Item[]) => items.filter(({ id }) => old.has(id) && kept.has(id)).map(({ id }) => id);
  const isReordered = order(before).join("\n") !== order(after).join("\n");
  return [
    ...after.filter(({ id }) => !old.has(id)).map((item) => `Added ${quoted(nameOf(item))}.`),
    ...before.filter(({ id }) => !kept.has(id)).map((item) => `Removed ${quoted(nameOf(item))}.`),
    ...after.flatMap((item) => {
      const was = old.get(item.id);
      return was ? itemChanges(was, item) : [];
    }),
    ...(isReordered ? ["Changed the order."] : []),
  ];
}

export const decisionLabels = { approve: "Approve", decline: "Decline", markForReview: "Mark for review" } as const;

export const reasonChanges = (before: ReasonsForm, after: ReasonsForm): string[] =>
  listChanges(
    before.items,
    after.items,
    ({ label }) => label,
    (was, is) => [
      ...(was.label === is.label ? [] : [`Renamed ${quoted(was.label)} to ${quoted(is.label)}.`]),
      ...(was.decision === is.decision
        ? []
        : [
            `${quoted(is.label)} is now for ${decisionLabels[is.decision].toLowerCase()}, not ${decisionLabels[was.decision].toLowerCase()}.`,
          ]),
      ...(was.comment === is.comment ? [] : [`${quoted(is.label)}: the comment is now ${is.comment}.`]),
      ...(was.preset === is.preset ? [] : [`${quoted(is.label)}: changed what the comment begins with.`]),
      ...(was.tag === is.tag ? [] : [`${quoted(is.label)}: ${is.tag === "" ? "no tag any more" : `the tag is now ${quoted(is.tag)}`}.`]),
    ],
  );

export function holdChanges(before: HoldForm, after: HoldForm): string[] {
  const seconds = (number: number) => count(number, "second");
  return [
    ...(before.seconds === after.seconds ? [] : [`Held for ${seconds(after.seconds)} instead of ${seconds(before.seconds)}.`]),
    ...(before.atLeastSeconds === after.atLeastSeconds
      ? []
      : [`People may choose ${seconds(after.atLeastSeconds)} or more, not ${seconds(before.atLeastSeconds)} or more.`]),
  ];
}

export function policyChanges(before: PolicyForm, after: PolicyForm): string[] {
  const days = (number: number) => count(number, "day");
  return [
    ...(before.tooOldAfterDays === after.tooOldAfterDays
      ? []
      : [`Too old after ${days(after.tooOldAfterDays)} instead of ${days(before.tooOldAfterDays)}.`]),
    ...(before.reverifyAfterDays === after.reverifyAfterDays
      ? []
      : [`Verified again after ${days(after.reverifyAfterDays)} instead of ${days(before.reverifyAfterDays)}.`]),
    ...after.rules.flatMap(({ situation, advice, override }) => {
      const was = before.rules.find((rule) => rule.situation === situation);
      const name = situationWords[situation].label;
      return [
        ...(was && was.advice !== advice
          ? [`${name}: ${adviceLabels[advice].toLowerCase()} instead of ${adviceLabels[was.advice].toLowerCase()}.`]
          : []),
        ...(was && was.override !== override
          ? [`${name}: can override: ${overrideLabels[override].toLowerCase()} instead of ${overrideLabels[was.override].toLowerCase()}.`]
          : []),
      ];
    }),
  ];
}

/** As it is called in the form. */
export const causeLabel = (cause: string | undefined): string =>
  accessCauses.flatMap((one) => (one === cause ? [causeLabels[one].toLowerCase()] : []))[0] ?? "no cause";

export const scriptChanges = (before: ScriptsForm, after: ScriptsForm): string[] =>
  listChanges(
    before.items,
    after.items,
    ({ title }) => title,
    (was, is) => [
      ...(was.title === is.title ? [] : [`Renamed ${quoted(was.title)} to ${quoted(is.title)}.`]),
      ...(was.toUser === is.toUser ? [] : [`${quoted(is.title)}: changed what to tell the user.`]),
      ...(was.toTicket === is.toTicket ? [] : [`${quoted(is.title)}: changed what to write into the ticket.`]),
      ...((was.cause ?? "") === (is.cause ?? "") ? [] : [`${quoted(is.title)}: in force for ${causeLabel(is.cause)}.`]),
    ],
  );

export function slaChanges(before: SlaForm, after: SlaForm): string[] {
  const hours = (n: number) => count(n, "hour");
  return [
    ...(before.reviewHours === after.reviewHours
      ? []
      : [`An inquiry may wait ${hours(after.reviewHours)} instead of ${hours(before.reviewHours)}.`]),
    ...(before.warnHours === after.warnHours
      ? []
      : [`Marked ${hours(after.warnHours)} before the end instead of ${hours(before.warnHours)}.`]),
  ];
}

/** What waits besides what needs review, as it is called in the form. */
export const waitingLabels = { completed: "Completed and not decided", failed: "Failed and not decided" } as const;

export const queueChanges = (before: QueueForm, after: QueueForm): string[] =>
  alsoWaitingStatuses.flatMap((status) => {
    const [was, is] = [before, after].map(({ alsoWaiting }) => alsoWaiting.includes(status));
    if (was === is) return [];
    return [is ? `Also waits: ${waitingLabels[status].toLowerCase()}.` : `Waits no longer: ${waitingLabels[status].toLowerCase()}.`];
  });

/** Which decisions a rule is about, as it is called in the form. */
export const twoPeopleLabels = {
  declines: "Declines",
  approvalsAgainstMatches: "Approvals against a match",
  every: "Every approval and decline",
} as const;

/** Rules have neither names nor an order that says anything: what is different is which of them there are. */
export function peopleChanges(before: PeopleForm, after: PeopleForm): string[] {
  const wordsOf = ({ items }: PeopleForm) =>
    items.map(({ inquiryTemplateId, decisions }) => `${twoPeopleLabels[decisions].toLowerCase()} on ${displayLine(inquiryTemplateId, 80)}`);
  const [was, is] = [wordsOf(before), wordsOf(after)];
  return [
    ...is.filter((rule) => !was.includes(rule)).map((rule) => `Two people for ${rule}.`),
    ...was.filter((rule) => !is.includes(rule)).map((rule) => `One person is enough for ${rule}.`),
  ];
}
