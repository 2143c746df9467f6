import { type Context, Hono } from "hono";
import { z } from "zod";
import type { IndexedInquiryList, InquiryCounts, InquiryIndex, InquiryTotals } from "@/api/generated/desk/types.gen";
import { defaultSettings } from "@/domain/default-settings";
import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { DeskEnv } from "../http/context";
import { badRequest } from "../http/desk-error";
import { readJson } from "../http/read-json";
import { pageSizeSchema, readQuery } from "../http/read-query";
import { settingValueSchemas } from "../settings/settings-values";
import type { Settings } from "../settings/settings";
import { listIndexed, type ListedInquiry } from "./indexed-inquiries";
import { countsOf, totalOf } from "./inquiry-counts";
import { inquiryFilterSchema } from "./inquiry-filter";
import { freshnessOf, readProgress } from "./inquiry-rounds";
import { cursorOf, placeOf, type Sort, sortColumns, sortSchema } from "./inquiry-sorts";
import { readTally } from "./inquiry-tally";

type InquiryRoutesDeps = {
  readonly db: Database;
  readonly settings: Pick<Settings, "all">;
  readonly now: () => number;
};

const pageSchema = z
  .strictObject({ after: z.string().optional(), before: z.string().optional(), size: pageSizeSchema })
  .refine(({ after, before }) => after === undefined || before === undefined, { path: ["before"], error: "can't be there beside after" })
  .prefault({});
const listSchema = z.strictObject({
  filter: inquiryFilterSchema,
  sort: sortSchema,
  total: z.literal("true", "has to be true").optional(),
  page: pageSchema,
});
const countsSchema = z.strictObject({ filter: inquiryFilterSchema });
const totalsSchema = z.strictObject({
  filters: z.array(inquiryFilterSchema.unwrap()).min(1, "holds none").max(100, "has to hold at most 100"),
});

/** `/desk/v1/inquiries` and `/desk/v1/index`: for every role. */
export function inquiryRoutes({ db, settings, now }: InquiryRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/index", async (c) => {
    const [progress, tally] = await Promise.all([readProgress(db), readTally(db)]);
    const { round } = progress;
    return c.json({
      ...freshnessOf(progress),
      inquiries: tally.reduce((sum, { count }) => sum + count, 0),
      round: round && {
        backfill: round.isBackfill,
        startedAt: timestamp(round.startedAt),
        pages: round.pages,
        inquiries: round.inquiries,
        missed: round.missed,
        reachedAt: isoOrNull(round.reachedAt),
        failedAt: isoOrNull(round.failedAt),
      },
    } satisfies InquiryIndex);
  });

  app.get("/desk/v1/inquiries", async (c) => {
    const { filter, sort, total, page } = readQuery(c, listSchema);
    const { after, before, size } = page;
    const backwards = before !== undefined;
    // one row more than the page holds tells whether there are more
    const stretch = { sort, from: placeIn(before ?? after, sort), backwards, limit: size + 1 };
    const at = now();
    const [rows, progress, count] = await Promise.all([
      listIndexed(db, filter, stretch, at),
      readProgress(db),
      total === undefined ? undefined : totalOf(db, filter, at),
    ]);
    const shown = backwards ? rows.slice(-size) : rows.slice(0, size);
    const isMore = rows.length > size;
    return c.json({
      data: shown.map(({ inquiry }) => inquiry),
      links: {
        prev: (backwards ? isMore : after !== undefined) ? linkTo(c, "before", shown[0]) : null,
        next: backwards || isMore ? linkTo(c, "after", shown.at(-1)) : null,
      },
      ...(count !== undefined && { total: count }),
      index: freshnessOf(progress),
    } satisfies IndexedInquiryList);
  });

  app.get("/desk/v1/inquiries/counts", async (c) => {
    const { filter } = readQuery(c, countsSchema);
    const sla = (await settings.all()).find(({ key }) => key === "sla")?.value;
    const [counts, progress] = await Promise.all([
      countsOf(db, filter, settingValueSchemas.sla.safeParse(sla).data ?? defaultSettings.sla, now()),
      readProgress(db),
    ]);
    return c.json({ ...counts, index: freshnessOf(progress) } satisfies InquiryCounts);
  });

  app.post("/desk/v1/inquiries/counts", async (c) => {
    const { filters } = await readJson(c, totalsSchema);
    const at = now();
    const totals: number[] = [];
    // one after the other: a menu takes no more of the database than a list does
    for (const filter of filters) totals.push(await totalOf(db, filter, at));
    return c.json({ totals, index: freshnessOf(await readProgress(db)) } satisfies InquiryTotals);
  });

  return app;
}

/** @throws DeskError 400 for what is no cursor of a list in this order */
function placeIn(cursor: string | undefined, { by }: Sort) {
  if (cursor === undefined) return undefined;
  const place = placeOf(cursor, sortColumns[by][1]);
  if (place === undefined) throw badRequest("page: is no cursor of this list");
  return place;
}

function linkTo(c: Context<DeskEnv>, name: "after" | "before", row: ListedInquiry | undefined): string | null {
  if (row === undefined) return null;
  const url = new URL(c.req.url);
  for (const given of ["page[after]", "page[before]", "total"]) url.searchParams.delete(given);
  url.searchParams.set(`page[${name}]`, cursorOf(row.place));
  return `${url.pathname}${url.search}`;
}

const isoOrNull = (ms: number | null) => (ms === null ? null : timestamp(ms));
