import { snakeCase } from "@/lib/snake-case";
import { csv, type Query } from "../../http/query";
import type { InquiryHead } from "../../world/core/resources";
import { badRequest } from "../../world/core/refusal";
import { millis } from "../../world/core/time";
import type { Desk } from "../desk";
import { hasStandingMatch } from "../standing-match";
import { openLook } from "../second-looks";
import { templateIdOf } from "./indexed-inquiry";
import { statusSince } from "./status-since";

type Fits = (inquiry: InquiryHead) => boolean;

const mostValues = 100;
const times: Readonly<Record<string, (inquiry: InquiryHead) => string | null>> = {
  "created-at": ({ attributes }) => attributes.createdAt,
  "updated-at": ({ attributes }) => attributes.updatedAt,
  "decisioned-at": ({ attributes }) => attributes.decisionedAt,
  "expires-at": ({ attributes }) => attributes.expiresAt,
  "status-since": statusSince,
};

/** openapi/desk.yaml, InquiryFilter. */
const filters: Readonly<Record<string, (asked: string, name: string, desk: Desk) => Fits>> = {
  "inquiry-id": (asked, name) => oneOf(asked, name, ({ id }) => id),
  status: (asked, name) => oneOf(asked.split(",").map(spelled).join(","), name, ({ attributes }) => attributes.status),
  "inquiry-template-id": (asked, name) => oneOf(asked, name, templateIdOf),
  "inquiry-template-version-id": (asked, name) => oneOf(asked, name, ({ relationships }) => relationships.inquiryTemplateVersion.data?.id),
  "account-id": (asked, name) => oneOf(asked, name, ({ relationships }) => relationships.account.data?.id),
  "reference-id": (asked, name) => oneOf(asked.toLowerCase(), name, ({ attributes }) => attributes.referenceId?.toLowerCase()),
  tag: (asked, name) => {
    const wanted = several(asked, name);
    return ({ attributes }) => attributes.tags.some((tag) => tag !== null && wanted.has(tag));
  },
  "claimed-by": (asked, name, { claims, world }) => {
    const userId = single(asked, name);
    const now = world.clock.now();
    return ({ id }) => {
      const claim = claims.get(id);
      return claim?.user.id === userId && claim.expiresAt > now;
    };
  },
  snoozed: (asked, name, { postponements, world }) => {
    const isWanted = yesOrNo(asked, name);
    const now = world.clock.now();
    return (inquiry) => postponements.holds(inquiry, undefined, now) === isWanted;
  },
  "second-look": (asked, name, { looks, world }) => {
    const isWanted = yesOrNo(asked, name);
    return (inquiry) => (openLook(world, looks, inquiry) !== undefined) === isWanted;
  },
  "decided-by": (asked, name, { decisions }) => {
    const userId = single(asked, name);
    return among(decisions.all.filter(({ state, by }) => state === "confirmed" && by.id === userId));
  },
  reason: (asked, name, { decisions }) => {
    const reasonId = single(asked, name);
    return among(decisions.all.filter(({ state, reasons }) => state === "confirmed" && reasons.some(({ id }) => id === reasonId)));
  },
  matches: (asked, name, { world }) => {
    const isWanted = yesOrNo(asked, name);
    // no report of the bulk has a match, so that it need not be made
    const matched = new Set(
      [...world.tables.reports.added()].filter(hasStandingMatch).flatMap(({ relationships }) => relationships.inquiry.data?.id ?? []),
    );
    return ({ id }) => matched.has(id) === isWanted;
  },
  redacted: (asked, name) => {
    const isWanted = yesOrNo(asked, name);
    return ({ attributes }) => (attributes.redactedAt !== null) === isWanted;
  },
  ...Object.fromEntries(
    Object.entries(times).flatMap(([time, read]) => [
      [`${time}-start`, (asked: string, name: string) => within(name, asked, (at, bound) => at >= bound, read)],
      [`${time}-end`, (asked: string, name: string) => within(name, asked, (at, bound) => at <= bound, read)],
    ]),
  ),
};

function spelled(status: string): string {
  const word = snakeCase(status);
  return word === "marked_for_review" ? "needs_review" : word;
}

/** The names of all filters. */
export const filterNames: readonly string[] = Object.keys(filters);

/** @throws Refusal 400 on a value that cannot be */
export function fitsAll(filter: Query["filter"], desk: Desk): Fits {
  const conditions = Object.entries(filter).flatMap(([name, asked]) => filters[name]?.(asked, name, desk) ?? []);
  return (inquiry) => conditions.every((fits) => fits(inquiry));
}

function several(asked: string, name: string): ReadonlySet<string> {
  const wanted = new Set(csv(asked));
  if (wanted.size === 0 || wanted.size > mostValues) throw badRequest(`filter.${name} has to hold 1 to ${mostValues} values`);
  return wanted;
}

function oneOf(asked: string, name: string, read: (inquiry: InquiryHead) => string | null | undefined): Fits {
  const wanted = several(asked, name);
  return (inquiry) => wanted.has(read(inquiry) ?? "");
}

function single(asked: string, name: string): string {
  if (asked.trim() === "") throw badRequest(`filter.${name} is empty`);
  return asked.trim();
}

function yesOrNo(asked: string, name: string): boolean {
  if (asked !== "true" && asked !== "false") throw badRequest(`filter.${name} has to be true or false`);
  return asked === "true";
}

function among(decisions: readonly { readonly inquiryId: string }[]): Fits {
  const ids = new Set(decisions.map(({ inquiryId }) => inquiryId));
  return ({ id }) => ids.has(id);
}

function within(
  name: string,
  asked: string,
  isIn: (at: number, bound: number) => boolean,
  read: (inquiry: InquiryHead) => string | null,
): Fits {
  const bound = /^\d{4}-\d\d-\d\dT/.test(asked) ? millis(asked) : undefined;
  if (bound === undefined) throw badRequest(`filter.${name} has to be a date and time`);
  return (inquiry) => {
    const at = millis(read(inquiry));
    return at !== undefined && isIn(at, bound);
  };
}
