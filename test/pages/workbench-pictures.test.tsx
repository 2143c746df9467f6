import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openOfficial, regionNamed } from "@test/support/official-inquiry";
import { calls } from "@test/support/request-log";
import type { Simulator } from "@mocks/simulator";

const at = (name: string, token = "one") => `https://files.example.com/${name}?access_token=${token}`;
const licence = (token = "one") => ({
  type: "verification/government-id",
  attributes: {
    status: "passed",
    createdAt: "2026-03-01T09:00:00.000Z",
    idClass: "dl",
    frontPhotoUrl: at("front.jpg", token),
    selfiePhotoUrl: at("portrait.jpg", token),
    checks: [],
  },
});
const selfie = (token = "one") => ({
  type: "verification/selfie",
  attributes: {
    status: "passed",
    createdAt: "2026-03-01T09:02:00.000Z",
    centerPhotoUrl: at("center.jpg", token),
    leftPhotoUrl: at("left.jpg", token),
    checks: [],
  },
});
const open = () => openOfficial({ verifications: [licence(), selfie()] });
const panel = () => regionNamed("Documents and selfies");
const faces = () => within(panel().getByRole("button", { name: "Look closer at portrait and selfie" }));
const reads = (simulator: Simulator, inquiryId: string) =>
  calls(simulator).filter((call) => call.startsWith(`GET /api/v1/inquiries/${inquiryId}?`)).length;

/** From now on the files have other links, as a fresh read gives them. */
function renewLinks(simulator: Simulator) {
  const { verifications } = simulator.world().tables;
  for (const [index, { attributes }] of [licence("two"), selfie("two")].entries()) {
    const row = verifications.get(`ver_official${String(index).padStart(16, "0")}`);
    // The attributes are what the test says, whatever the type asks for.
    if (row) row.attributes = attributes as never;
  }
}

describe("pictures", () => {
  it("portrait and selfie stand large beside each other before anything is pressed, and open the viewer", async () => {
    const { user } = await open();
    expect(faces().getByRole("img", { name: "Portrait, Government ID" })).toHaveAttribute("src", at("portrait.jpg"));
    const center = faces().getByRole("img", { name: "Center, Selfie" });
    // 16 rem: 256 px
    expect(center.parentElement).toHaveClass("h-64");
    await user.click(center);
    expect(await screen.findByRole("region", { name: "Pictures" })).toBeVisible();
    expect(panel().queryByRole("button", { name: "Look closer at portrait and selfie" })).toBeNull();
  });

  it("whose link ended are fetched afresh by themselves, all with one read", async () => {
    const { simulator, inquiryId } = await open();
    renewLinks(simulator);
    for (const image of faces().getAllByRole("img")) fireEvent.error(image);
    expect(faces().getAllByText("Getting a fresh link…")).toHaveLength(2);
    const portrait = await waitFor(() => faces().getByRole("img", { name: "Portrait, Government ID" }));
    expect(portrait).toHaveAttribute("src", at("portrait.jpg", "two"));
    expect(reads(simulator, inquiryId)).toBe(2);
  });

  it("that do not load with a fresh link either are not asked for again, until somebody wants it", async () => {
    const { user, simulator, inquiryId } = await open();
    renewLinks(simulator);
    const portrait = () => faces().getByRole("img", { name: "Portrait, Government ID" });
    fireEvent.error(portrait());
    await waitFor(() => expect(portrait()).toHaveAttribute("src", at("portrait.jpg", "two")));
    fireEvent.error(portrait());
    expect(faces().getByText("Not loaded")).toBeVisible();
    expect(panel().getByRole("status")).toHaveTextContent("Some pictures could not be loaded, with fresh links neither");
    expect(reads(simulator, inquiryId)).toBe(2);
    await user.click(panel().getByRole("button", { name: "Get fresh links" }));
    await waitFor(() => expect(reads(simulator, inquiryId)).toBe(3));
  });

  it("whose link ends again after they had loaded are fetched afresh again", async () => {
    const { simulator, inquiryId } = await open();
    renewLinks(simulator);
    const portrait = () => faces().getByRole("img", { name: "Portrait, Government ID" });
    fireEvent.error(portrait());
    await waitFor(() => expect(portrait()).toHaveAttribute("src", at("portrait.jpg", "two")));
    fireEvent.load(portrait());
    fireEvent.error(portrait());
    await waitFor(() => expect(reads(simulator, inquiryId)).toBe(3));
  });

  it("that the desk's policy blocks say so, and whom to ask", async () => {
    const { simulator, inquiryId } = await open();
    const violation = Object.assign(new Event("securitypolicyviolation"), {
      effectiveDirective: "img-src",
      blockedURI: at("portrait.jpg"),
    });
    act(() => void document.dispatchEvent(violation));
    fireEvent.error(faces().getByRole("img", { name: "Portrait, Government ID" }));
    expect(faces().getByText("Blocked")).toBeVisible();
    expect(panel().getByRole("status")).toHaveTextContent(
      "Its policy does not allow https://files.example.com. Ask an administrator to add it to PERSONA_FILE_ORIGINS.",
    );
    expect(reads(simulator, inquiryId)).toBe(1);
  });

  it("say which sides are missing, and none that a passport has not", async () => {
    await open();
    expect(within(panel().getByRole("group", { name: "Government ID" })).getByText("No back")).toBeVisible();
    expect(within(panel().getByRole("group", { name: "Selfie" })).getByText("No right")).toBeVisible();
    expect(panel().queryByText("No front")).toBeNull();
  });

  it("of a passport or of a paper whose kind is not told miss nothing", async () => {
    const { attributes } = licence();
    await openOfficial({
      verifications: [
        { type: "verification/government-id", attributes: { ...attributes, idClass: "pp" } },
        { type: "verification/government-id-nfc", attributes: { ...attributes, idClass: undefined, frontPhotoUrl: at("other.jpg") } },
      ],
    });
    expect(panel().queryByText(/^No (back|front)$/)).toBeNull();
  });
});
