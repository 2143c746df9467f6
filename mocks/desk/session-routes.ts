import * as z from "zod/mini";
import type { DeskSessionEnded } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { deskRoute, noteDone } from "./desk-route";
import { sessionLife } from "./session";

const endBody = z.strictObject({ everywhere: z.boolean() });

export const sessionRoutes = [
  deskRoute("extend-desk-session", "POST /session/extend", ({ life, now }) => {
    life.session.activeAt = now;
    return jsonAnswer(200, sessionLife(life.session));
  }),

  deskRoute("end-desk-session", "POST /session/end", (call) => {
    const { everywhere } = parseExactBody(call.body, endBody);
    noteDone(call, "sign-out", null, { details: { everywhere } });
    call.life.role = undefined;
    return jsonAnswer(200, { next: "./" } satisfies DeskSessionEnded);
  }),
];
