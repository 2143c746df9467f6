import "@/lib/zod-config";
import { z } from "zod/mini";
import { parseObjectId } from "@/domain/object-id";
import { opaqueIdRefusal } from "@/domain/opaque-id";
import { redirectRefusal } from "@/domain/static-link";

/** A text that may be empty, with the sentence that refuses it. */
const part = (refusal: (text: string) => string | undefined) =>
  z.string().check(
    z.trim(),
    z.check((context) => {
      const why = context.value === "" ? undefined : refusal(context.value);
      if (why !== undefined) context.issues.push({ code: "custom", message: why, input: context.value });
    }),
  );

/**
 * What a static link is made of.
 * @param schemes that the template may redirect to, as far as it tells
 */
export const staticLinkSchema = (schemes: readonly string[]) =>
  z
    .object({
      versionId: z.string(),
      subdomain: z.string(),
      referenceId: part((text) => {
        const why = opaqueIdRefusal(text);
        return why && `${why} Use an opaque ID of your own system.`;
      }),
      accountId: part((text) => (parseObjectId(text)?.kind === "account" ? undefined : "An account ID begins with act_.")),
      environmentId: part((text) => (parseObjectId(text)?.kind === "environment" ? undefined : "An environment ID begins with env_.")),
      language: z.string(),
      redirectUri: part((text) => redirectRefusal(text, schemes)),
      fields: z.array(
        z.object({ key: z.string(), label: z.string(), value: z.string().check(z.maxLength(200, "At most 200 characters.")) }),
      ),
    })
    .check(
      z.refine(({ referenceId, accountId }) => referenceId === "" || accountId === "", {
        path: ["accountId"],
        message: "Persona takes a reference ID or an account ID, not both.",
      }),
    );

export type StaticLinkForm = z.infer<ReturnType<typeof staticLinkSchema>>;
