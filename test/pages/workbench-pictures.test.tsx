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

const viewer = (name: RegExp) => screen.findByRole("region", { name });
const turnOf = async (name: RegExp) => within(await viewer(name)).getByRole<HTMLImageElement>("img").style.transform;

describe("a picture that is looked at closely", () => {
  it("is turned alone: the next one stands upright", async () => {
    const { user } = await open();
    await user.click(panel().getByRole("button", { name: "Look at: Front, Government ID" }));
    await viewer(/^Front, Government ID\./);
    await user.click(screen.getByRole("button", { name: "Turn right" }));
    expect(await turnOf(/^Front, Government ID\./)).toContain("rotate(90deg)");
    await user.click(panel().getByRole("button", { name: "Look at: Portrait, Government ID" }));
    expect(await turnOf(/^Portrait, Government ID\./)).toContain("rotate(0deg)");
  });

  it("is turned in a pair with the other, and the next pair stands upright", async () => {
    const { user } = await open();
    await user.click(panel().getByRole("button", { name: "Portrait and selfie" }));
    await viewer(/^Center, Selfie\./);
    await user.click(screen.getAllByRole("button", { name: "Turn right" })[0]!);
    expect(await turnOf(/^Portrait, Government ID\./)).toContain("rotate(90deg)");
    expect(await turnOf(/^Center, Selfie\./)).toContain("rotate(90deg)");
    await user.selectOptions(screen.getByRole("combobox", { name: "Picture beside it" }), "Left, Selfie");
    expect(await turnOf(/^Left, Selfie\./)).toContain("rotate(0deg)");
  });

  it("has the key R for itself while it has the focus, and gives it back", async () => {
    const { user, simulator } = await open();
    await user.click(panel().getByRole("button", { name: "Look at: Front, Government ID" }));
    const frame = await viewer(/^Front, Government ID\./);
    frame.focus();
    await user.keyboard("r");
    expect(await turnOf(/^Front, Government ID\./)).toContain("rotate(90deg)");
    await user.keyboard("{Enter}");
    expect(simulator.requests().filter(({ method }) => method !== "GET")).toEqual([]);
    expect(screen.queryByRole("form")).toBeNull();
    await user.keyboard("?");
    const help = within(await screen.findByRole("dialog"));
    for (const label of ["Turn right", "Turn left", "Zoom in", "Zoom out"]) expect(help.getByText(label)).toBeVisible();
  });
});

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
    const { user, simulator, inquiryId } = await open();
    renewLinks(simulator);
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
    // no fresh link helps, so none is asked for, and what is asked for by then would be here
    await user.click(faces().getByRole("img", { name: "Center, Selfie" }));
    expect(await screen.findByRole("region", { name: "Pictures" })).toBeVisible();
    expect(reads(simulator, inquiryId)).toBe(1);
  });

  it("that move say so, too, where they do not load or the policy blocks them", async () => {
    const clip = { ...selfie(), attributes: { ...selfie().attributes, videoUrl: at("clip.mp4") } };
    const { user, simulator, inquiryId } = await openOfficial({ verifications: [licence(), clip] });
    await user.click(panel().getByRole("button", { name: "Look at: Video, Selfie" }));
    const stage = within(await screen.findByRole("region", { name: "Pictures" }));
    const violation = Object.assign(new Event("securitypolicyviolation"), {
      effectiveDirective: "media-src",
      blockedURI: at("clip.mp4"),
    });
    act(() => void document.dispatchEvent(violation));
    fireEvent.error(stage.getByLabelText("Video, Selfie"));
    expect(stage.getByText("Blocked")).toBeVisible();
    expect(panel().getByText(/^Its policy does not allow https:\/\/files\.example\.com/)).toBeVisible();
    expect(reads(simulator, inquiryId)).toBe(1);
  });

  it("say which sides are missing, and none that a passport has not", async () => {
    await open();
    expect(within(panel().getByRole("group", { name: "Government ID" })).getByText("No back")).toBeVisible();
    expect(within(panel().getByRole("group", { name: "Selfie" })).getByText("No right")).toBeVisible();
    expect(panel().queryByText("No front")).toBeNull();
  });

  it("of two documents of one kind are told apart, and the newer was processed last", async () => {
    const document = (day: number, more: object) => ({
      type: "document/government-id",
      attributes: {
        status: "processed",
        idClass: "dl",
        createdAt: `2026-03-0${day}T09:00:00.000Z`,
        processedAt: `2026-03-0${day}T09:00:05.000Z`,
        frontPhoto: { filename: "front.jpg", url: at(`front-${day}.jpg`) },
        ...more,
      },
    });
    const back = { backPhoto: { filename: "back.jpg", url: at("back.jpg") } };
    const { user } = await openOfficial({ documents: [document(1, back), document(2, {})] });
    const group = (name: string) => within(panel().getByRole("group", { name }));
    expect(group("Government ID (document 2)").getByText("No back")).toBeVisible();
    expect(group("Government ID (document 1)").queryByText("No back")).toBeNull();
    await user.click(panel().getByText("How Persona processed them"));
    const processed = panel()
      .getAllByRole("listitem")
      .filter(({ textContent }) => textContent.includes("Processed"));
    expect(processed.map(({ textContent }) => /Created (\d+) Mar/.exec(textContent)?.[1])).toEqual(["2", "1"]);
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
