import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { request, requestFile } from "../client";
import { printAnInquiryPdf, retrieveAnInquiry, updateAnInquiry } from "../generated/persona/sdk.gen";
import { idempotent, newIdempotencyKey } from "../idempotency";
import { inquiryModel } from "../models";
import { inquiryQuery } from "./queries";

/** Somebody else has written the note meanwhile, so nothing was sent. */
export class NoteChanged extends Error {
  override readonly name = "NoteChanged";
  /** As it is now; empty where there is none. */
  readonly now: string;
  constructor(now: string) {
    super("The note is not what it was");
    this.now = now;
  }
}

export type NoteChange = {
  /** What was there when it was opened; empty for none. */
  before: string;
  note: string;
};

/**
 * Writes an inquiry's note, unless it is not what it was when it was opened: Persona itself writes whatever it is sent
 * (spec: PATCH /inquiries/{id}).
 * @throws NoteChanged; ApiError, 409 for what is redacted
 */
export const saveNoteMutation = (inquiryId: string) =>
  mutationOptions({
    meta: { invalidates: ["inquiry", "event"] },
    mutationFn: async ({ before, note }: NoteChange, { client }): Promise<void> => {
      const { data } = await request(() => retrieveAnInquiry({ path: { inquiryId }, query: { fields: { inquiry: "note" } } }));
      const now = inquiryModel(data.data).note ?? "";
      // a try whose answer was lost has done it already
      const isDone = now === note;
      if (!isDone && now !== before) {
        showNote(client, inquiryId, now);
        throw new NoteChanged(now);
      }
      const body = { data: { attributes: { note: note === "" ? null : note } } };
      if (!isDone) await request(() => updateAnInquiry({ path: { inquiryId }, body, headers: idempotent(newIdempotencyKey()) }));
      showNote(client, inquiryId, note);
    },
  });

const showNote = (client: QueryClient, inquiryId: string, note: string) =>
  client.setQueryData(
    inquiryQuery(inquiryId).queryKey,
    (detail) => detail && { ...detail, inquiry: { ...detail.inquiry, note: note === "" ? null : note } },
  );

/**
 * Persona's own printout of an inquiry, as PDF (spec: GET /inquiries/{id}/print). Each is recorded.
 * @throws ApiError
 */
export async function inquiryPdf(inquiryId: string): Promise<Blob> {
  const { data } = await requestFile(() => printAnInquiryPdf({ path: { inquiryId } }), "application/pdf");
  return data;
}
