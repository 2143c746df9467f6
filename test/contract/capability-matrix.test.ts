import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { request } from "@/api/client";
import { isApiError, isBadRequest } from "@/api/errors";
import {
  approveAnInquiry,
  declineAnInquiry,
  expireAnInquiry,
  generateAOneTimeLink,
  inquiriesAddTag,
  markAnInquiryForReview,
  resumeAnInquiry,
} from "@/api/generated/persona/sdk.gen";
import { idempotent, newIdempotencyKey } from "@/api/idempotency";
import type { DeskRole } from "@/api/models";
import { deskSessionQuery } from "@/api/sessions/queries";
import { inquiryQuery } from "@/api/inquiries/queries";
import { createQueryClient } from "@/api/query-client";
import { capability } from "@/domain/capability";
import { type InquiryAction, inquiryActions } from "@/domain/inquiry-action";
import { roles } from "@/domain/viewer";
import { allPermissions } from "@mocks/http/auth";
import { createSimulator, type Simulator } from "@mocks/simulator";
import { inquiryIn, sandbox, statuses } from "@test/support/inquiry-states";

// The client asks for its base as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal("document", { baseURI: "http://localhost/" }));
afterAll(() => vi.unstubAllGlobals());

const states = statuses.flatMap((status) => [
  { state: status, status, redacted: false },
  { state: `${status}, redacted`, status, redacted: true },
]);

const readOnlyKey = allPermissions.filter((permission) => permission !== "inquiry.write");
const viewers: { viewer: string; role: DeskRole; permissions: typeof allPermissions }[] = [
  ...roles.map((role) => ({ viewer: role, role, permissions: allPermissions })),
  { viewer: "admin with a key that may not write", role: "admin", permissions: readOnlyKey },
];

const keyed = () => idempotent(newIdempotencyKey());

/** What is asked of Persona for an action, by the desk's server or through it. */
const requests: Record<InquiryAction, (inquiryId: string, status: string) => Promise<unknown>> = {
  approve: (inquiryId) =>
    request(() => approveAnInquiry({ path: { inquiryId }, headers: keyed(), body: { meta: { comment: "All fits." } } })),
  decline: (inquiryId) =>
    request(() => declineAnInquiry({ path: { inquiryId }, headers: keyed(), body: { meta: { comment: "It does not fit." } } })),
  markForReview: (inquiryId) => request(() => markAnInquiryForReview({ path: { inquiryId }, headers: keyed() })),
  restoreAccess: async (inquiryId, status) => {
    if (status === "expired") await requests.resume(inquiryId, status);
    await requests.generateOneTimeLink(inquiryId, status);
  },
  generateOneTimeLink: (inquiryId) =>
    request(() => generateAOneTimeLink({ path: { inquiryId }, headers: keyed(), body: { meta: { expiresInSeconds: 86_400 } } })),
  resume: (inquiryId) => request(() => resumeAnInquiry({ path: { inquiryId }, headers: keyed() })),
  expire: (inquiryId) => request(() => expireAnInquiry({ path: { inquiryId }, headers: keyed() })),
  editTags: (inquiryId) =>
    request(() => inquiriesAddTag({ path: { inquiryId }, headers: keyed(), body: { meta: { tagName: "called back" } } })),
};

/** What an accepted action changes, and a refused one leaves as it was. */
function stateOf(simulator: Simulator, inquiryId: string) {
  const { inquiries, events, inquirySessions } = simulator.world().tables;
  return JSON.stringify([inquiries.get(inquiryId)?.attributes, events.size, inquirySessions.size]);
}

describe.each(states)("$state", ({ status, redacted }) => {
  describe.each(viewers)("as $viewer", ({ role, permissions }) => {
    let simulator: Simulator;
    let inquiryId: string;

    beforeEach(() => {
      simulator = createSimulator({ ...sandbox, standsFor: "gateway", unused: "answered", clock: "manual", role, permissions });
      inquiryId = inquiryIn(simulator, { status, redacted });
      vi.stubGlobal("fetch", (sent: Request) => simulator.handle(sent));
    });

    it.each(inquiryActions)("%s: what the desk says, the simulator does", async (action) => {
      const queryClient = createQueryClient();
      const viewer = await queryClient.query(deskSessionQuery());
      const { inquiry } = await queryClient.query(inquiryQuery(inquiryId));
      const before = stateOf(simulator, inquiryId);

      const { allowed } = capability(action, inquiry, viewer);
      const outcome = await requests[action](inquiryId, status).then(() => "accepted", refusedOrThrown);

      const changed = stateOf(simulator, inquiryId) !== before;
      expect({ outcome, changed }).toEqual(allowed ? { outcome: "accepted", changed: true } : { outcome: "refused", changed: false });
    });
  });
});

/** Only Persona's own "no" is a refusal: a broken request or server is a failure of the test. */
function refusedOrThrown(error: unknown): string {
  if (isApiError(error) && error.status >= 400 && error.status < 500 && !isBadRequest(error)) return "refused";
  throw error;
}
