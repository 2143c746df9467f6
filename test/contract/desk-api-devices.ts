import { describe, expect, it, vi } from "vitest";
import type { SharedDevices } from "@/api/generated/desk/types.gen";
import type { Calls } from "./command-calls";

type Row = {
  relationships: { inquiryTemplate?: { data: { id: string } | null } };
};

type Deps = Calls & {
  /** An end user opens a link on a device. @returns the ID of the inquiry they are in */
  readonly opensLink: (link: string, device: string) => Promise<string>;
};

/** The part of the suite about devices that open inquiries of several people. */
export function describeSharedDevices({ body, opensLink }: Deps): void {
  describe("shared devices", () => {
    const sharedBy = (inquiryId: string) => body<SharedDevices>("support", 200, "GET", `/desk/v1/shared-devices/${inquiryId}`);

    it("lead to the inquiries of the others, and from there back", async () => {
      const { data } = await body<{ data: Row[] }>("lead", 200, "GET", "/api/v1/inquiries");
      const template = data.flatMap(({ relationships }) => relationships.inquiryTemplate?.data?.id ?? [])[0] ?? "";
      // a general link makes a new inquiry and a new account each time it is opened
      const open = (device: string) => opensLink(`https://inquiry.withpersona.com/verify?inquiry-template-id=${template}`, device);
      const [first, second, alone] = [await open("suite-phone"), await open("suite-phone"), await open("suite-laptop")];
      for (const id of [first, second, alone]) await body("reviewer", 200, "GET", `/api/v1/inquiries/${id}?include=sessions`);
      // a real desk notes what was read beside its answer
      await vi.waitFor(async () => expect(await sharedBy(first)).toMatchObject({ accounts: 1, hasMore: false }));
      const { inquiries } = await sharedBy(first);
      expect(inquiries).toEqual([
        {
          inquiryId: second,
          accountId: expect.stringMatching(/^act_/),
          referenceId: null,
          inquiryTemplateId: template,
          status: "created",
          createdAt: expect.any(String),
          lastSeenAt: expect.any(String),
        },
      ]);
      expect((await sharedBy(second)).inquiries.map(({ inquiryId }) => inquiryId)).toEqual([first]);
      expect(await sharedBy(alone)).toEqual({ inquiries: [], accounts: 0, hasMore: false });
    });
  });
}
