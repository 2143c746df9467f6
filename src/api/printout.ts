import { requestFile } from "./client";
import { printAnInquiryPdf } from "./generated/persona/sdk.gen";

/**
 * Persona's own printout of an inquiry, as PDF (spec: GET /inquiries/{id}/print). Each is recorded.
 * @throws ApiError
 */
export async function inquiryPdf(inquiryId: string): Promise<Blob> {
  const { data } = await requestFile(() => printAnInquiryPdf({ path: { inquiryId } }), "application/pdf");
  return data;
}
