import * as z from "zod/mini";

/** One tag, by name or by id. */
export const tagBody = z.strictObject({
  meta: z.strictObject({ tagName: z.optional(z.string()), tagId: z.optional(z.string()) }),
});

/** All tags at once, by names or by ids. */
export const tagsBody = z.strictObject({
  meta: z.strictObject({ tagName: z.optional(z.array(z.string())), tagId: z.optional(z.array(z.string())) }),
});
