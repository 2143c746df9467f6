import { z } from "zod";

type SortColumn = readonly [column: string, type: "timestamptz" | "text"];

/** What lists are sorted by: columns of `inquiry_states`, with an index for each. */
export const sortColumns = {
  "created-at": ["created_at", "timestamptz"],
  "updated-at": ["persona_updated_at", "timestamptz"],
  "started-at": ["started_at", "timestamptz"],
  "completed-at": ["completed_at", "timestamptz"],
  "failed-at": ["failed_at", "timestamptz"],
  "marked-for-review-at": ["marked_for_review_at", "timestamptz"],
  "decisioned-at": ["decisioned_at", "timestamptz"],
  "expired-at": ["expired_at", "timestamptz"],
  "expires-at": ["expires_at", "timestamptz"],
  "status-since": ["status_since", "timestamptz"],
  status: [`status collate "C"`, "text"],
  "inquiry-template-id": [`inquiry_template_id collate "C"`, "text"],
  "reference-id": [`reference_key collate "C"`, "text"],
  "account-id": [`account_id collate "C"`, "text"],
} as const satisfies Readonly<Record<string, SortColumn>>;

export type SortName = keyof typeof sortColumns;

/** The order of a list. */
export type Sort = {
  readonly by: SortName;
  readonly descending: boolean;
};

const isSortName = (name: string): name is SortName => Object.hasOwn(sortColumns, name);

/** `created-at`, or `-created-at` for the last first. */
export const sortSchema = z
  .string()
  .default("-created-at")
  .transform((text, context): Sort => {
    const by = text.replace(/^-/, "");
    if (isSortName(by)) return { by, descending: text.startsWith("-") };
    context.addIssue({ code: "custom", message: "is no order of this list" });
    return z.NEVER;
  });

/** Where a page begins or ends: the value that is sorted by, and the inquiry. */
export type Place = {
  readonly value: string | null;
  readonly inquiryId: string;
};

const placeSchema = z.tuple([z.string().nullable(), z.string().regex(/^[A-Za-z0-9_-]{1,128}$/)]);

export const cursorOf = ({ value, inquiryId }: Place): string => Buffer.from(JSON.stringify([value, inquiryId])).toString("base64url");

/** @param kind of the column that is sorted by @returns undefined for what is no cursor of such a list */
export function placeOf(cursor: string, kind: SortColumn[1]): Place | undefined {
  try {
    const [value, inquiryId] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    const isValue = value === null || (kind === "timestamptz" ? z.iso.datetime().safeParse(value).success : !value.includes("\0"));
    return isValue ? { value, inquiryId } : undefined;
  } catch {
    return undefined;
  }
}
