import { configure, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PersonKey } from "@mocks/seed/people/all";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { openOfficial } from "@test/support/official-inquiry";
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
  it("against fraud stand by name, the rest folded by the category Persona gives them, what nobody has sorted last", async () => {
    await open("jack-thornton");
    const attempt = within(await screen.findByRole("article", { name: "Government ID" }));
    const fraud = within(attempt.getByRole("group", { name: "Checks against fraud" }));
    expect(fraud.getAllByRole("list").map((list) => list.getAttribute("aria-label"))).toEqual(["Fraud"]);
    expect(fraud.queryByText("ID-to-selfie comparison")).toBeNull();
    const others = within(attempt.getByRole("group", { name: "Other checks" }));
    expect(others.getAllByRole("list").map((list) => list.getAttribute("aria-label"))).toEqual([
      "Biometrics",
      "Validity",
      "User action",
      "Not categorized",
    ]);
    const listOf = (name: string) => within(others.getByRole("list", { name }));
    expect(listOf("Biometrics").getAllByRole("listitem")).toHaveLength(2);
    expect(listOf("Biometrics").getByText("ID-to-selfie comparison")).toBeInTheDocument();
    expect(listOf("Not categorized").getByText("Blur")).toBeInTheDocument();
    expect(attempt.getByText("ID-to-selfie comparison").closest("details")).not.toHaveAttribute("open");
  });

  it("against fraud that failed stand in full, though optional", async () => {
    await open("ravi-menon");
    const attempt = within(await screen.findByRole("article", { name: "Selfie" }));
    const failed = within(attempt.getByRole("list", { name: "Failed optional checks to look at" }));
    expect(failed.getByRole("heading", { name: "Public figure" })).toBeVisible();
  });

  it("without a requirement say so, and are not taken for optional", async () => {
    const checks = [{ name: "id_hologram_detection", status: "failed", reasons: [], metadata: {} }];
    await openOfficial({ verifications: [{ type: "verification/government-id", attributes: { status: "passed", checks } }] });
    const failed = within(await screen.findByRole("list", { name: "Failed checks whose requirement is not told" }));
    expect(failed.getByText("Requirement not told")).toBeVisible();
    expect(screen.queryByText(/optional/)).toBeNull();
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
    const behind = within(await screen.findByRole("region", { name: "Behind the evidence" }));
    expect(behind.getByText("1 session with GPS in another country than the IP address.")).toBeVisible();
    expect(behind.getAllByText(/^GPS in/)).toHaveLength(1);
    const mark = behind.getByText(/^GPS in/);
    expect(mark).toHaveTextContent("GPS in Ukraine");
    expect(mark.closest("[data-tip]")).toHaveAttribute("data-tip", expect.stringContaining("the IP address belongs to Thailand"));
  });

  it("tell GPS quietly where both agree", async () => {
    await open("joanna-reed");
    const behind = within(await screen.findByRole("region", { name: "Behind the evidence" }));
    expect(behind.getByText(/^GPS in/)).toHaveTextContent("GPS in Canada");
    expect(behind.queryByText(/with GPS in another country/)).toBeNull();
  });
});

describe("what Persona read and measured", () => {
  it("stands on the screen: extraction of a generic document, similarity, confidence", async () => {
    await openOfficial({
      documents: [
        {
          type: "document/generic",
          attributes: {
            status: "processed",
            kind: "document",
            extractionResponses: [
              {
                extractionType: "guided",
                fieldName: "address_street_1",
                results: [{ value: "1234 Main St.", page: 1, matchLevel: "full" }],
              },
              { extractionType: "guided", fieldName: "address_city", results: [] },
            ],
          },
        },
      ],
      verifications: [
        { type: "verification/selfie", attributes: { status: "passed", documentSimilarityScore: 88.1, checks: [] } },
        {
          type: "verification/government-id",
          attributes: { status: "passed", entityConfidenceScore: 96.18, entityConfidenceReasons: ["generic"], checks: [] },
        },
      ],
    });
    const read = await screen.findByText("1234 Main St.");
    expect(read.closest("dd")).toHaveTextContent("1234 Main St. · page 1 · agrees with the source");
    expect(read.closest("details")).toHaveAttribute("open");
    expect(screen.getByText("Not found:", { exact: false })).toHaveTextContent("Not found: City");
    const figuresOf = (kind: string) =>
      within(screen.getByRole("article", { name: kind }))
        .getByText(/of 100/)
        .closest("dl");
    expect(figuresOf("Selfie")).toHaveTextContent("Face on the document:88.1 of 100");
    expect(figuresOf("Government ID")).toHaveTextContent("Entity confidence:96.2 of 100Reasons for the confidence:Generic");
  });
});
