import { describe, expect, it } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";

type Deps = {
  readonly statusOf: (role: DeskRole, method: string, path: string, sent?: unknown) => Promise<number>;
  /** A call that is answered in this way. */
  readonly call: (role: DeskRole, status: number, method: string, path: string, sent?: unknown) => Promise<{ readonly body: unknown }>;
};

type Created = {
  token: string;
  partnerToken: { id: string; ending: string };
};

/** The part of the suite about the tokens of partners' systems. */
export function describePartnerTokens({ statusOf, call }: Deps): void {
  describe("partner tokens", () => {
    let count = 0;
    const wanted = () => ({ name: `Token ${(count += 1)}`, scopes: ["standing.read"], expiresInDays: 30 });

    it.each(["reviewer", "support", "lead", "auditor"] as const)("are none of a %s's business", async (role) => {
      expect(await statusOf(role, "GET", "/desk/v1/partner-tokens")).toBe(403);
      expect(await statusOf(role, "POST", "/desk/v1/partner-tokens", wanted())).toBe(403);
      expect(await statusOf(role, "DELETE", "/desk/v1/partner-tokens/ptok_unknown")).toBe(403);
    });

    it("are shown once, revoked for good, and stay in the list", async () => {
      // As the contract has it: the call has just been held against it.
      const { token, partnerToken } = (await call("admin", 201, "POST", "/desk/v1/partner-tokens", wanted())).body as Created;
      expect(token.endsWith(partnerToken.ending)).toBe(true);
      await call("admin", 201, "POST", "/desk/v1/partner-tokens", { ...wanted(), expiresInDays: null });
      for (let times = 0; times < 2; times += 1) await call("admin", 204, "DELETE", `/desk/v1/partner-tokens/${partnerToken.id}`);
      const list = await call("admin", 200, "GET", "/desk/v1/partner-tokens");
      expect(JSON.stringify(list.body)).not.toContain(token);
      const { data } = list.body as { data: { id: string; revokedAt: string | null }[] };
      expect(data.find(({ id }) => id === partnerToken.id)?.revokedAt).not.toBeNull();
    });
  });
}
