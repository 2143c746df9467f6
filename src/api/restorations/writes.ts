import { mutationOptions } from "@tanstack/react-query";
import { safeUrl } from "@/lib/safe-url";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { ApiError } from "../errors";
import { restoreAccess } from "../generated/desk/sdk.gen";
import type { RestorationRequest } from "../generated/desk/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
import { inquiryQuery } from "../inquiries/queries";
import { byPagePerson } from "../page-person";

/** A way back in. `link` is a secret: keep it in the component that shows it. */
export type Restored = {
  link: string;
  /** Empty when the answer had none. */
  shortLink: string;
  /** Until when the link works; null where the template decides. */
  linkExpiresAt: string | null;
  /** Whether the inquiry had expired and was resumed. */
  resumed: boolean;
  /** The inquiry's, now. */
  status: string;
  expiresAt: string | null;
};

/**
 * Lets the user back into their inquiry by a one-time link: one command, in which the server resumes what has expired.
 * Source: openapi/desk.yaml, POST /desk/v1/restorations
 * @param seconds life of the link; without it the template's setting holds, and an unused link that still lives is handed out again
 * @throws ApiError; 409 when the inquiry is not what was seen or can't be opened again, 422 when Persona gives no more sessions, and when
 * the answer holds no link
 */
export const restoreAccessMutation = (inquiryId: string) => {
  const inquiry = [{ queryKey: inquiryQuery(inquiryId).queryKey }];
  return mutationOptions({
    // it may have happened all the same: what is shown must be what is
    meta: { invalidates: ["inquiry", "event", "link"], invalidatesOnFailure: inquiry, invalidatesOnConflict: inquiry },
    // the link in the answer is kept by nothing but the component that shows it
    gcTime: 0,
    mutationFn: async ({ seen, seconds }: RestoreIntent, { client }): Promise<Restored> => {
      const body: RestorationRequest = { inquiryId, seen, kind: "link", ...(seconds === undefined ? {} : { expiresInSeconds: seconds }) };
      const { updatedAt, ...restored } = await sendOnce(`restore ${inquiryId}`, { seconds }, body, restoreByLink);
      const { status, expiresAt } = restored;
      // all that a decision is held against, so that it need not wait for the inquiry to be read again
      client.setQueryData(
        inquiryQuery(inquiryId).queryKey,
        (detail) =>
          detail && {
            ...detail,
            inquiry: { ...detail.inquiry, status, updatedAt: updatedAt ?? detail.inquiry.updatedAt ?? null, expiresAt },
          },
      );
      return restored;
    },
  });
};

export type RestoreIntent = { seen: RestorationRequest["seen"]; seconds: number | undefined };

async function restoreByLink(key: string, body: RestorationRequest): Promise<Restored & { updatedAt: string | null }> {
  const { data, status, requestId } = await request(() =>
    restoreAccess({ client: deskClient, headers: { ...idempotent(key), ...byPagePerson() }, body }),
  );
  const link = address(data.oneTimeLink);
  if (link === undefined) {
    throw new ApiError({
      status,
      title: "The answer could not be read",
      requestId,
      operation: "POST /desk/v1/restorations",
      sent: "yes",
    });
  }
  const { linkExpiresAt, resumed, updatedAt, expiresAt } = data;
  return { link, shortLink: address(data.oneTimeLinkShort) ?? "", linkExpiresAt, resumed, status: data.status, updatedAt, expiresAt };
}

/** What goes into a clipboard and then to a user must be an address of the web. */
const address = (text: string | null | undefined): string | undefined =>
  typeof text === "string" && safeUrl(text) !== undefined ? text : undefined;
