import * as z from "zod/mini";
import type { IndexedInquiryList, IndexFreshness, InquiryCounts, InquiryIndex, InquiryTotals } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../../http/answer";
import { parseExactBody } from "../../http/body";
import { csv, parseQuery, type Query } from "../../http/query";
import { badRequest, forbidden } from "../../world/core/refusal";
import type { InquiryHead } from "../../world/core/resources";
import { hour, iso, millis } from "../../world/core/time";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "../desk-route";
import { settingValue } from "../setting-routes";
import { inquiryCsv } from "./inquiry-csv";
import { indexedInquiry, templateIdOf } from "./indexed-inquiry";
import { statusSince } from "./status-since";
import { filterNames, fitsAll } from "./inquiry-filters";
import { cursorOf, orderOf, type Place, placeIn } from "./inquiry-order";

const countBody = z.strictObject({ filters: z.array(z.record(z.string(), z.string())).check(z.minLength(1), z.maxLength(100)) });

/** The simulated index is always whole: it reads the world itself. */
export const freshness = (now: number): IndexFreshness => ({ whole: true, sweptAt: iso(now), lastWebhookAt: iso(now) });

export const inquiryIndexRoutes = [
  deskRoute("retrieve-inquiry-index", "GET /index", ({ desk, now }) =>
    jsonAnswer(200, { ...freshness(now), inquiries: desk.world.tables.inquiries.size, round: null } satisfies InquiryIndex),
  ),

  deskRoute("list-indexed-inquiries", "GET /inquiries", (call) => {
    const { desk, url, now } = call;
    const search = new URLSearchParams(url.search);
    const [sort, total] = [search.get("sort") ?? "-created-at", search.get("total")];
    refuseDoubles(url.search);
    for (const name of ["sort", "total"]) search.delete(name);
    if (total !== null && total !== "true") throw badRequest("total has to be true");
    const { filter, page } = parseQuery(search, { filter: filterNames, page: true });
    const order = orderOf(sort);
    const fitting = headsOf(call, filter).map(order.placeOf);
    const { shown, isMore } = stretchOf(fitting.toSorted(order.compare), page, order.compare);
    const link = (name: "after" | "before", place: Place | undefined) => (place === undefined ? null : linkTo(url, name, place));
    return jsonAnswer(200, {
      data: shown.flatMap(([, id]) => {
        const inquiry = desk.world.tables.inquiries.get(id);
        return inquiry === undefined ? [] : [indexedInquiry(desk, inquiry, now)];
      }),
      links: {
        prev: (page.before === undefined ? page.after !== undefined : isMore) ? link("before", shown[0]) : null,
        next: page.before !== undefined || isMore ? link("after", shown.at(-1)) : null,
      },
      ...(total !== null && { total: fitting.length }),
      index: freshness(now),
    } satisfies IndexedInquiryList);
  }),

  deskRoute("export-indexed-inquiries", "GET /inquiries.csv", (call) => {
    const { desk, person, headers, url, now, replayed } = call;
    if (!replayed && headers.get("desk-client") !== "web") throw forbidden("The request did not come from the application");
    const search = new URLSearchParams(url.search);
    refuseDoubles(search);
    const order = orderOf(search.get("sort") ?? "-created-at");
    search.delete("sort");
    const { filter } = parseQuery(search, { filter: filterNames });
    const heads = headsOf(call, filter);
    if (person.role === "support") throw refusedAttempt(call, "export", null, "Your role (support) may not export the list of inquiries");
    const rows = heads
      .map(order.placeOf)
      .toSorted(order.compare)
      .flatMap(([, id]) => desk.world.tables.inquiries.get(id) ?? [])
      .map((inquiry) => indexedInquiry(desk, inquiry, now));
    const asked = Object.entries(filter).map(
      ([name, value]) => `${name}: ${name === "reference-id" ? csv(value).length : csv(value).join(", ")}`,
    );
    const details = { screen: "inquiries", format: "csv", rows: rows.length, ...(asked.length > 0 && { filter: asked.join("; ") }) };
    noteDone(call, "export", null, { details });
    const counts = { "desk-rows": String(rows.length), "desk-rows-total": String(rows.length) };
    return { status: 200, contentType: "text/csv; charset=utf-8", body: inquiryCsv(rows), headers: counts };
  }),

  deskRoute("count-indexed-inquiries", "GET /inquiries/counts", (call) => {
    const { url, now } = call;
    refuseDoubles(url.search);
    const heads = headsOf(call, parseQuery(url.search, { filter: filterNames }).filter);
    const { reviewHours, warnHours } = settingValue(call.desk, "sla");
    const [overdueSince, dueSince] = [now - reviewHours * hour, now - (reviewHours - warnHours) * hour];
    const inReview = { inTime: 0, dueSoon: 0, overdue: 0, unknown: 0 };
    for (const head of heads.filter(({ attributes }) => attributes.status === "needs_review")) {
      const since = millis(statusSince(head));
      inReview[since === undefined ? "unknown" : since <= overdueSince ? "overdue" : since <= dueSince ? "dueSoon" : "inTime"] += 1;
    }
    return jsonAnswer(200, {
      total: heads.length,
      byStatus: countedBy(heads, ({ attributes }) => attributes.status).map(([status, count]) => ({ status, count })),
      byTemplate: countedBy(heads, templateIdOf).map(([inquiryTemplateId, count]) => ({ inquiryTemplateId, count })),
      inReview,
      index: freshness(now),
    } satisfies InquiryCounts);
  }),

  deskRoute("count-inquiries-of-filters", "POST /inquiries/counts", (call) => {
    const { filters } = parseExactBody(call.body, countBody);
    const unknown = filters.flatMap((filter) => Object.keys(filter)).find((name) => !filterNames.includes(name));
    if (unknown !== undefined) throw badRequest("filters holds what is no filter");
    return jsonAnswer(200, {
      totals: filters.map((filter) => headsOf(call, filter).length),
      index: freshness(call.now),
    } satisfies InquiryTotals);
  }),
];

function headsOf({ desk }: DeskCall, filter: Query["filter"]): InquiryHead[] {
  const fits = fitsAll(filter, desk);
  return [...desk.world.tables.inquiries.heads()].filter(fits);
}

/** The places on a page, and whether there are more beyond it in the direction it was asked for. */
function stretchOf(places: readonly Place[], { after, before, size = 50 }: Query["page"], compare: (one: Place, other: Place) => number) {
  const from = after === undefined ? undefined : placeIn(after);
  const to = before === undefined ? undefined : placeIn(before);
  const beyond = places.filter((place) => (from === undefined || compare(place, from) > 0) && (to === undefined || compare(place, to) < 0));
  return { shown: to === undefined ? beyond.slice(0, size) : beyond.slice(-size), isMore: beyond.length > size };
}

function linkTo({ path, search: given }: DeskCall["url"], name: "after" | "before", place: Place): string {
  const search = new URLSearchParams(given);
  for (const old of ["page[after]", "page[before]", "total"]) search.delete(old);
  search.set(`page[${name}]`, cursorOf(place));
  return `${path}?${search}`;
}

function refuseDoubles(search: URLSearchParams): void {
  const names = [...search.keys()];
  if (new Set(names).size < names.length) throw badRequest("A parameter of the query is there twice");
}

/** The most frequent first. */
function countedBy<Key>(heads: readonly InquiryHead[], keyOf: (head: InquiryHead) => Key): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const head of heads) counts.set(keyOf(head), (counts.get(keyOf(head)) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
