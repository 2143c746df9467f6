import "@/lib/zod-config";
import { z } from "zod/mini";
import { partnerScopes } from "@/domain/partner-token";

/** For how long a token works, in days; the empty one never ends. */
export const tokenLives = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "730", label: "2 years" },
  { value: "", label: "Until it is revoked" },
] as const;

/** A new token: openapi/desk.yaml, CreatePartnerTokenRequest, with words for whoever fills it in. */
export const partnerTokenSchema = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "Name the system that will use it."),
      z.maxLength(60, "At most 60 characters."),
      z.regex(/^[^\p{Cc}\p{Cf}]*$/u, "Leave out control characters."),
    ),
  scopes: z.array(z.enum(partnerScopes)).check(z.minLength(1, "Choose at least one.")),
  life: z.enum(["30", "90", "365", "730", ""]),
});

export type PartnerTokenForm = z.infer<typeof partnerTokenSchema>;
