import type { Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

/** A session of an inquiry that somebody, or something, has opened. Times in ms. */
export type OpenedSession = {
  readonly inquiryId: string;
  readonly madeAt: number;
  readonly openedAt: number;
  /** Whether it was opened as programs open what they find in mails. */
  readonly likeScanner: boolean;
};

/** What was heard of inquiries and sessions that tells of links: a session is made with each, and opened by it. */
export type LinkUse = {
  /** Until when inquiries are open, ms. */
  readonly ends: readonly { readonly inquiryId: string; readonly endsAt: number }[];
  readonly opened: readonly OpenedSession[];
};

type Line = {
  readonly sequence: string;
  readonly id: string;
  readonly inquiryId: string;
  readonly issuedAt: number;
  readonly inquiryEndsAt: number | null;
  readonly openedAt: number | null;
  readonly likeScanner: boolean;
  readonly hashes: readonly string[];
};

type Ways = {
  readonly db: Queryable;
  readonly within: (work: (transaction: Queryable) => Promise<void>) => Promise<void>;
  readonly tell: (line: Line, transaction: Queryable) => Promise<void>;
};

/** A line is written once Persona has answered, which may take as long as a call may. */
const longestCallMs = 60_000;
/** Persona's clock and ours may be apart by so much. */
const skewMs = 5_000;

/** Writes down, of the links that are still of use, what of it is news. Hardly any inquiry that passes has one. */
export async function noteLinkUse({ ends, opened }: LinkUse, { db, within, tell }: Ways): Promise<void> {
  const inquiryIds = [...new Set([...ends, ...opened].map(({ inquiryId }) => inquiryId))];
  if (inquiryIds.length === 0) return;
  const find = (from: Queryable, more = "") =>
    from.query<Line>(
      `select sequence::text, id, inquiry_id as "inquiryId", ${msOf("issued_at")} as "issuedAt", ${msOf("inquiry_ends_at")} as "inquiryEndsAt",
         ${msOf("opened_at")} as "openedAt", opened_like_scanner as "likeScanner", secret_hashes as hashes
       from issued_links where inquiry_id = any($1::text[]) and superseded_at is null order by sequence ${more}`,
      [inquiryIds],
    );
  if (newsOf(await find(db), ends, opened).length === 0) return;
  await within(async (transaction) => {
    for (const line of newsOf(await find(transaction, "for update"), ends, opened)) {
      await transaction.query(
        `update issued_links set inquiry_ends_at = $2::timestamptz, opened_at = $3::timestamptz, opened_like_scanner = $4
         where sequence = $1::bigint`,
        [line.sequence, isoOrNull(line.inquiryEndsAt), isoOrNull(line.openedAt), line.likeScanner],
      );
      await tell(line, transaction);
    }
  });
}

/** The lines that are to be changed, as they are then. */
function newsOf(lines: readonly Line[], ends: LinkUse["ends"], opened: readonly OpenedSession[]): Line[] {
  const endsAt = new Map(ends.map((end) => [end.inquiryId, end.endsAt]));
  return lines.flatMap((line) => {
    const session = opened.find((one) => one.inquiryId === line.inquiryId && isOpenedBy(one, line, lines));
    const next = {
      ...line,
      inquiryEndsAt: endsAt.get(line.inquiryId) ?? line.inquiryEndsAt,
      openedAt: line.openedAt ?? session?.openedAt ?? null,
      likeScanner: line.likeScanner || session?.likeScanner === true,
    };
    const isNews = next.inquiryEndsAt !== line.inquiryEndsAt || next.openedAt !== line.openedAt || next.likeScanner !== line.likeScanner;
    return isNews ? [next] : [];
  });
}

/** Of the line whose writing follows the making of the session most closely, and of those of the same link, handed out again. */
function isOpenedBy(session: OpenedSession, line: Line, lines: readonly Line[]): boolean {
  const delay = (one: Line) => one.issuedAt - session.madeAt;
  const [made] = lines
    .filter((one) => one.inquiryId === session.inquiryId && delay(one) >= -skewMs && delay(one) <= longestCallMs)
    .toSorted((one, other) => Math.abs(delay(one)) - Math.abs(delay(other)));
  if (made === undefined || session.openedAt < line.issuedAt - skewMs) return false;
  return made === line || made.hashes.some((hash) => line.hashes.includes(hash));
}

const isoOrNull = (ms: number | null) => (ms === null ? null : timestamp(ms));
