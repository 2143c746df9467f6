import "@/lib/zod-config";
import { z } from "zod/mini";
import { mostLinks } from "@/domain/mailing-list";

const lineCount = (text: string) => text.split(/\r\n?|\n/).filter((line) => line.trim() !== "").length;
const most = mostLinks.toLocaleString("en");

/** Either IDs or how many new ones. */
export const mailingListSchema = z
  .object({
    ids: z.string().check(z.refine((text) => lineCount(text) <= mostLinks + 1, `At most ${most} at once.`)),
    count: z.string().check(
      z.trim(),
      z.refine(
        (text) => text === "" || (/^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= mostLinks),
        `A number from 1 to ${most}.`,
      ),
    ),
  })
  .check(
    z.refine(({ ids, count }) => (ids.trim() === "") !== (count === ""), {
      path: ["ids"],
      message: "Give the IDs, or how many new ones, not both.",
    }),
  );

export type MailingListForm = z.infer<typeof mailingListSchema>;
