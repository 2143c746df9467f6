import { Hono } from "hono";
import { z } from "zod";
import type { DeskEnv } from "../http/context";
import { readJson } from "../http/read-json";
import { pageEitherWay, pageEitherWaySchema, readQuery, stretchOf } from "../http/read-query";
import type { IssuedLinks } from "./issued-links";

const id = z.string().min(1, "is empty").max(200, "is too long");
const listQuery = z.strictObject({
  filter: z
    .strictObject({
      "inquiry-id": id.optional(),
      "issued-by": id.optional(),
      state: z.enum(["live", "opened", "superseded", "lapsed"]).optional(),
    })
    .prefault({}),
  page: pageEitherWaySchema,
});

const recognitionSchema = z.strictObject({ secret: z.string().min(4, "is too short").max(4_000, "is too long") });

/** `/desk/v1/links`: the ledger, for every role. */
export function linkRoutes({ links }: { readonly links: Pick<IssuedLinks, "list" | "recognize"> }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/links", async (c) => {
    const { filter, page } = readQuery(c, listQuery);
    const wanted = { inquiryId: filter["inquiry-id"], issuedBy: filter["issued-by"], state: filter.state };
    const lines = await links.list(wanted, stretchOf(page));
    const { data, links: pages } = pageEitherWay(c, lines, page, (line) => line.sequence);
    return c.json({ data: data.map((line) => line.link), links: pages });
  });

  // in the body: an address is logged, and kept by whatever it passes
  app.post("/desk/v1/links/recognition", async (c) => {
    const { secret } = await readJson(c, recognitionSchema);
    return c.json({ link: (await links.recognize(secret)) ?? null });
  });

  return app;
}
