import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openWorkbench } from "@test/support/workbench";

afterEach(() => vi.restoreAllMocks());

describe("Persona's PDF of an inquiry", () => {
  it("is downloaded under the inquiry's ID", async () => {
    const { user, simulator, inquiryId } = await openWorkbench({ status: "approved" });
    const files: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => (file instanceof Blob && files.push(file), "blob:pdf"));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await user.click(await screen.findByRole("button", { name: "Persona’s PDF" }));
    await waitFor(() => expect(names).toEqual([`${inquiryId}.pdf`]));
    expect((await files[0]?.text())?.startsWith("%PDF")).toBe(true);
    expect(simulator.requests().filter(({ operation }) => operation === "printAnInquiryPdf")).toHaveLength(1);
  });

  it("that can't be fetched says so, and can be tried again", async () => {
    const { user, simulator } = await openWorkbench({ status: "approved" });
    simulator.fault({ operation: "printAnInquiryPdf", status: 500, times: 1 });
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:pdf");
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    await user.click(await screen.findByRole("button", { name: "Persona’s PDF" }));
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument());
    expect(simulator.requests().filter(({ operation }) => operation === "printAnInquiryPdf")).toHaveLength(2);
  });
});

describe("the printed sheet", () => {
  it("says who printed it and when, beside the decision", async () => {
    await openWorkbench({ status: "approved" });
    expect(screen.getByText(/^Printed \d+ \w+ \d{4}, .* by .*, as of .*\. Inquiry Desk\.$/)).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Verdict" })).toHaveTextContent(/^Approved/);
  });
});
