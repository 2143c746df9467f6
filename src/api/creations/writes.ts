import { mutationOptions } from "@tanstack/react-query";
import { safeUrl } from "@/lib/safe-url";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { createInquiry } from "../generated/desk/sdk.gen";
import type { CreationRequest } from "../generated/desk/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
import { byPagePerson } from "../page-person";
import { keys } from "../query-keys";

/** A new inquiry. `link` and `sessionToken` are secrets: keep them in the component that hands them out. */
export type CreatedInquiry = {
  inquiryId: string;
  status: string;
  expiresAt: string | null;
  /** Empty where Persona gave none. */
  link: string;
  shortLink: string;
  /** Empty where a link was asked for. */
  sessionToken: string;
};

/**
 * Creates an inquiry for an account, or for somebody who has none yet, with a one-time link, by one command, in which the server looks for others on the template.
 * What is filled in, and the note, the server keeps nowhere: a try whose answer was lost is sent again with the same values, from memory.
 * Source: openapi/desk.yaml, POST /desk/v1/creations
 * @throws ApiError; 409 where the person has one already that the duplicate policy holds against it, or others than were seen; 422 with the pointer of the value
 * that can't be taken
 */
export const createInquiryMutation = () =>
  mutationOptions({
    // the duplicate that was found is among the person's inquiries
    meta: { invalidates: ["inquiry", "event", "link"], invalidatesOnConflict: [{ queryKey: keys.inquiries() }] },
    // the link in the answer is kept by nothing but the component that shows it
    gcTime: 0,
    mutationFn: (intent: CreationRequest): Promise<CreatedInquiry> => {
      const { accountId, referenceId, inquiryTemplateId, seen: _seen, ...meant } = intent;
      return sendOnce(`create ${accountId ?? referenceId} ${inquiryTemplateId}`, meant, intent, async (key, body) => {
        const { data } = await request(() =>
          createInquiry({ client: deskClient, headers: { ...idempotent(key), ...byPagePerson() }, body }),
        );
        const { inquiryId, status, expiresAt } = data;
        const links = { link: address(data.oneTimeLink), shortLink: address(data.oneTimeLinkShort) };
        return { inquiryId, status, expiresAt, ...links, sessionToken: data.sessionToken ?? "" };
      });
    },
  });

/** What goes into a clipboard and then to a user must be an address of the web. */
const address = (text: string | null | undefined): string => (typeof text === "string" && safeUrl(text) !== undefined ? text : "");
