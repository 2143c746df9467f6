import { configure, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PersonKey } from "@mocks/seed/people/all";
import { resetSimulator } from "@mocks/node";
import { renderApp } from "@test/render-app";
import { inquiryOf } from "@test/support/seeded-inquiries";

// Whether something is visible is computed element by element, which takes seconds in a page this size. Popovers never open here.
configure({ defaultHidden: true });

async function open(person: PersonKey) {
  const inquiryId = inquiryOf(resetSimulator(), person);
  const app = await renderApp(`/inquiries/${inquiryId}`);
  await screen.findByRole("region", { name: "Verdict" });
  return app;
}

describe("checks", () => {
  it("stand by the category Persona gives them, what nobody has sorted last", async () => {
    await open("jack-thornton");
    const attempt = within(await screen.findByRole("article", { name: "Government ID" }));
    const required = within(attempt.getByRole("group", { name: "Other required checks" }));
    const listOf = (name: string) => within(required.getByRole("list", { name }));
    expect(required.getAllByRole("list").map((list) => list.getAttribute("aria-label"))).toEqual([
      "Fraud",
      "Biometrics",
      "Validity",
      "User action",
    ]);
    expect(listOf("Biometrics").getAllByRole("listitem")).toHaveLength(1);
    expect(listOf("Biometrics").getByText("ID-to-selfie comparison")).toBeVisible();
    expect(listOf("Fraud").queryByText("ID-to-selfie comparison")).toBeNull();
    const optional = within(attempt.getByRole("group", { name: "Other optional checks" }));
    expect(within(optional.getByRole("list", { name: "Not categorized" })).getByText("Blur")).toBeInTheDocument();
  });

  it("that failed say their category", async () => {
    await open("jack-thornton");
    const failed = within(await screen.findByRole("list", { name: "Failed required checks" }));
    expect(failed.getByText("User action").parentElement).toHaveAttribute("data-tip", "The user can usually fix a failure.");
  });
});

describe("sessions", () => {
  it("mark GPS in another country than the IP address", async () => {
    await open("oksana-bondar");
    const behind = within(screen.getByRole("region", { name: "Behind the evidence" }));
    expect(behind.getByText("1 session with GPS in another country than the IP address.")).toBeVisible();
    expect(behind.getAllByText(/^GPS in/)).toHaveLength(1);
    const mark = behind.getByText(/^GPS in/);
    expect(mark).toHaveTextContent("GPS in Ukraine");
    expect(mark.closest("[data-tip]")).toHaveAttribute("data-tip", expect.stringContaining("the IP address belongs to Thailand"));
  });

  it("tell GPS quietly where both agree", async () => {
    await open("joanna-reed");
    const behind = within(screen.getByRole("region", { name: "Behind the evidence" }));
    expect(behind.getByText(/^GPS in/)).toHaveTextContent("GPS in Canada");
    expect(behind.queryByText(/with GPS in another country/)).toBeNull();
  });
});
