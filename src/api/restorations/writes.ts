import { safeUrl } from "@/lib/safe-url";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { ApiError } from "../errors";
import { restoreAccess as postRestoration } from "../generated/desk/sdk.gen";
import type { RestorationRequest } from "../generated/desk/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
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
  updatedAt: string | null;
  expiresAt: string | null;
};

/**
 * Lets the user back into their inquiry by a one-time link: one command, in which the server resumes what has expired.
 * Source: openapi/desk.yaml, POST /desk/v1/restorations
 * @param seconds life of the link; without it the template's setting holds, and an unused link that still lives is handed out again
 * @throws ApiError; 409 when the inquiry is not what was seen or can't be opened again, 422 when Persona gives no more sessions, and when
 * the answer holds no link
 */
export function restoreByLink({ inquiryId, seen, seconds }: RestoreIntent): Promise<Restored> {
  const body: RestorationRequest = { inquiryId, seen, kind: "link", ...(seconds === undefined ? {} : { expiresInSeconds: seconds }) };
  return sendOnce(`restore ${inquiryId}`, { seconds }, body, async (key, kept) => {
    const { data, status, requestId } = await request(() =>
      postRestoration({ client: deskClient, headers: { ...idempotent(key), ...byPagePerson() }, body: kept }),
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
  });
}

export type RestoreIntent = { inquiryId: string; seen: RestorationRequest["seen"]; seconds: number | undefined };

/** What goes into a clipboard and then to a user must be an address of the web. */
const address = (text: string | null | undefined): string | undefined =>
  typeof text === "string" && safeUrl(text) !== undefined ? text : undefined;
