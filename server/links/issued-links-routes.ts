import { Hono } from "hono";
import { z } from "zod";
import type { DeskEnv } from "../http/context";
import { pageOf, pageSchema, readQuery } from "../http/read-query";
import type { IssuedLinks } from "./issued-links";

const id = z.string().min(1, "is empty").max(200, "is too long");
const listQuery = z.strictObject({
  filter: z
    .strictObject({ "inquiry-id": id.optional(), "issued-by": id.optional(), state: z.enum(["live", "superseded", "lapsed"]).optional() })
    .prefault({}),
  page: pageSchema,
});

/** `/desk/v1/links`: the ledger, for every role. */
export function linkRoutes({ links }: { readonly links: Pick<IssuedLinks, "list"> }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/links", async (c) => {
    const { filter, page } = readQuery(c, listQuery);
    const wanted = { inquiryId: filter["inquiry-id"], issuedBy: filter["issued-by"], state: filter.state };
    const lines = await links.list(wanted, { below: page.after, limit: page.size + 1 });
    const { data, links: pages } = pageOf(c, lines, page.size, (line) => line.sequence);
    return c.json({ data: data.map((line) => line.link), links: pages });
  });

  return app;
}
