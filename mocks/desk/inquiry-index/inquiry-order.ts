import type { InquiryHead } from "../../world/core/resources";
import { badRequest } from "../../world/core/refusal";
import { templateIdOf } from "./indexed-inquiry";
import { statusSince } from "./status-since";

type Read = (inquiry: InquiryHead) => string | null | undefined;

/** What lists are sorted by; ISO times of one form sort as text. */
const values: Readonly<Record<string, Read>> = {
  "created-at": ({ attributes }) => attributes.createdAt,
  "updated-at": ({ attributes }) => attributes.updatedAt,
  "started-at": ({ attributes }) => attributes.startedAt,
  "completed-at": ({ attributes }) => attributes.completedAt,
  "failed-at": ({ attributes }) => attributes.failedAt,
  "marked-for-review-at": ({ attributes }) => attributes.markedForReviewAt,
  "decisioned-at": ({ attributes }) => attributes.decisionedAt,
  "expired-at": ({ attributes }) => attributes.expiredAt,
  "expires-at": ({ attributes }) => attributes.expiresAt,
  "status-since": statusSince,
  status: ({ attributes }) => attributes.status,
  "inquiry-template-id": templateIdOf,
  "reference-id": ({ attributes }) => attributes.referenceId?.toLowerCase(),
  "account-id": ({ relationships }) => relationships.account.data?.id,
};

/** Where an inquiry stands: the value that is sorted by, and its ID. */
export type Place = readonly [value: string | null, id: string];

export type Order = {
  readonly placeOf: (inquiry: InquiryHead) => Place;
  /** Negative where the first comes first. Without a value comes last, whatever the direction. */
  readonly compare: (one: Place, other: Place) => number;
};

/** @param sort `created-at`, or `-created-at` for the last first @throws Refusal 400 for another one */
export function orderOf(sort: string): Order {
  const read = Object.hasOwn(values, sort.replace(/^-/, "")) ? values[sort.replace(/^-/, "")] : undefined;
  if (read === undefined) throw badRequest("sort is no order of this list");
  const sign = sort.startsWith("-") ? -1 : 1;
  return {
    placeOf: (inquiry) => [read(inquiry) ?? null, inquiry.id],
    compare: ([value, id], [otherValue, otherId]) => {
      if ((value === null) !== (otherValue === null)) return value === null ? 1 : -1;
      return sign * (order(value ?? "", otherValue ?? "") || order(id, otherId));
    },
  };
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Of letters, digits, `-` and `_`, as the desk's own are. */
export const cursorOf = (place: Place): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(JSON.stringify(place))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const jsonOf = (cursor: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.codePointAt(0) ?? 0));

/** @throws Refusal 400 for what is no cursor */
export function placeIn(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(jsonOf(cursor));
    if (Array.isArray(place) && place.length === 2 && (place[0] === null || typeof place[0] === "string") && typeof place[1] === "string") {
      return [place[0], place[1]];
    }
  } catch {
    // said below
  }
  throw badRequest("page is no cursor of this list");
}
