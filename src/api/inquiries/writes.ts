import { request, requestFile } from "../client";
import { printAnInquiryPdf, retrieveAnInquiry, updateAnInquiry } from "../generated/persona/sdk.gen";
import { idempotent, newIdempotencyKey } from "../idempotency";
import { inquiryModel } from "../models";

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

/**
 * Writes an inquiry's note, unless it is not what it was when it was opened: Persona itself writes whatever it is sent
 * (spec: PATCH /inquiries/{id}).
 * @param before what was there then; empty for none
 * @throws NoteChanged; ApiError, 409 for what is redacted
 */
export async function saveNote(inquiryId: string, { before, note }: { before: string; note: string }): Promise<void> {
  const { data } = await request(() => retrieveAnInquiry({ path: { inquiryId }, query: { fields: { inquiry: "note" } } }));
  const now = inquiryModel(data.data).note ?? "";
  // a try whose answer was lost has done it already
  if (now === note) return;
  if (now !== before) throw new NoteChanged(now);
  const body = { data: { attributes: { note: note === "" ? null : note } } };
  await request(() => updateAnInquiry({ path: { inquiryId }, body, headers: idempotent(newIdempotencyKey()) }));
}

/**
 * Persona's own printout of an inquiry, as PDF (spec: GET /inquiries/{id}/print). Each is recorded.
 * @throws ApiError
 */
export async function inquiryPdf(inquiryId: string): Promise<Blob> {
  const { data } = await requestFile(() => printAnInquiryPdf({ path: { inquiryId } }), "application/pdf");
  return data;
}
