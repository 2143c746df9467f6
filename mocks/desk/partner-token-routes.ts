import * as z from "zod/mini";
import type { CreatedPartnerToken, PartnerToken } from "@/api/generated/desk/types.gen";
import { jsonAnswer, noContent } from "../http/answer";
import { parseExactBody } from "../http/body";
import { notFound } from "../world/core/refusal";
import { day, iso } from "../world/core/time";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { userOf } from "./person";

const createBody = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  scopes: z.array(z.enum(["standing.read", "inquiry.resume"])).check(
    z.minLength(1),
    z.refine((scopes) => new Set(scopes).size === scopes.length),
  ),
  expiresInDays: z.nullable(z.int().check(z.minimum(1), z.maximum(730))),
});

export const partnerTokenRoutes = [
  deskRoute("list-partner-tokens", "GET /partner-tokens", (call) => {
    requireAdmin(call, "call");
    return jsonAnswer(200, { data: call.desk.tokens });
  }),

  deskRoute("create-a-partner-token", "POST /partner-tokens", (call) => {
    requireAdmin(call, "create-partner-token");
    const { desk, person, now } = call;
    const { name, scopes, expiresInDays } = parseExactBody(call.body, createBody);
    // No system is behind it: nothing accepts this token, here or elsewhere.
    const token = desk.id("iqd_", 43);
    const partnerToken: PartnerToken = {
      id: desk.id("ptok_"),
      name,
      scopes,
      createdBy: userOf(person),
      createdAt: iso(now),
      expiresAt: expiresInDays === null ? null : iso(now + expiresInDays * day),
      lastUsedAt: null,
      revokedAt: null,
      ending: token.slice(-4),
    };
    desk.tokens.unshift(partnerToken);
    noteDone(call, "create-partner-token", subjectOf(partnerToken.id), { details: { name, scopes: scopes.join(" ") } });
    tell(call, partnerToken.id);
    return jsonAnswer(201, { partnerToken, token } satisfies CreatedPartnerToken);
  }),

  deskRoute("revoke-a-partner-token", "DELETE /partner-tokens/{partnerTokenId}", (call) => {
    requireAdmin(call, "revoke-partner-token");
    const { desk, path, now } = call;
    const place = desk.tokens.findIndex(({ id }) => id === path["partnerTokenId"]);
    const known = desk.tokens[place];
    if (known === undefined) throw notFound();
    if (known.revokedAt === null) {
      desk.tokens[place] = { ...known, revokedAt: iso(now) };
      noteDone(call, "revoke-partner-token", subjectOf(known.id), { details: { name: known.name } });
      tell(call, known.id);
    }
    return noContent;
  }),
];

const subjectOf = (id: string) => ({ type: "partner-token", id });

function requireAdmin(call: DeskCall, action: string): void {
  const { path, person } = call;
  const id = path["partnerTokenId"];
  if (person.role === "admin") return;
  throw refusedAttempt(call, action, id === undefined ? null : subjectOf(id), "Only admins may see and change partner tokens.");
}

const tell = ({ desk }: DeskCall, id: string) => desk.changed({ type: "partner-token", id, related: [] }, ["admin"]);
