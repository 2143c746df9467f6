import { Hono } from "hono";
import type { DeskEnv } from "../http/context";
import { inquiryIdSchema } from "../http/inquiry-id";
import { checked } from "../http/read-json";
import type { DeviceIndex } from "./device-index";

/** `/desk/v1/shared-devices`: for every role. */
export function deviceRoutes({ devices }: { readonly devices: Pick<DeviceIndex, "sharedWith"> }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/desk/v1/shared-devices/:inquiryId", async (c) =>
    c.json(await devices.sharedWith(checked(inquiryIdSchema, c.req.param("inquiryId"), "inquiryId"))),
  );
  return app;
}
