import { z } from "zod";

/** An inquiry's ID in a request: what is none reaches neither the database nor Persona. */
export const inquiryIdSchema = z.string().regex(/^inq_[A-Za-z0-9]{1,60}$/, "has to be an inquiry ID");
