import { configure, screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { changeAnswers, failAnswers } from "@test/support/failing-answers";
import { openPopover } from "@test/support/open-popover";
import { calls } from "@test/support/request-log";
import { renderApp } from "@test/render-app";
import { server } from "@mocks/doors/node";

// Whether something is visible is computed element by element; popovers hide nothing here.
configure({ defaultHidden: true });

const files: Blob[] = [];
beforeEach(() => {
  files.length = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return "blob:test";
  });
});

async function openExport(path: string, role: DeskRole = "reviewer") {
  const app = await renderApp(path, { role });
  const panel = await openPopover(app.user, "Export");
  const button = await panel.findByRole("button", { name: /^Download/ });
  await panel.findByText(/, [\d,]+ in all, in the order of the list/);
  return { ...app, panel, button };
}
const exportsOf = (simulator: Parameters<typeof calls>[0]) => calls(simulator).filter((call) => call.includes("inquiries.csv"));

/** The file comes line by line, as the test says. */
function sendSlowly(rows: number) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({ start: (of) => void (controller = of) });
  const headers = { "content-type": "text/csv", "desk-rows": String(rows), "desk-rows-total": String(rows) };
  server.use(http.get("*/desk/v1/inquiries.csv", () => new Response(stream, { headers })));
  onTestFinished(() => server.resetHandlers());
  return {
    lines: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new TypeError("gone")),
  };
}

describe("the list as a file", () => {
  it("holds all that the address asks for, in its order, and is told of", async () => {
    const { user, simulator, panel, button } = await openExport("/inquiries?status=approved&sort=status-since");
    await user.click(button);
    const said = await panel.findByText(/^Downloaded \d+ inquiries\.$/);
    expect(exportsOf(simulator)).toEqual(["GET /desk/v1/inquiries.csv?filter[status]=approved&sort=status-since"]);
    const [head, ...lines] = ((await files[0]?.text()) ?? "")
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    const cells = (name: string) => lines.map((line) => line[head?.indexOf(name) ?? -1] ?? "");
    expect(said).toHaveTextContent(`Downloaded ${lines.length} inquiries.`);
    // more than a page of the list holds
    expect(lines.length).toBeGreaterThan(50);
    expect(new Set(cells("status"))).toEqual(new Set(["approved"]));
    expect(cells("statusSince")).toEqual(cells("statusSince").toSorted());
  });

  it("says how far it is, and is kept once it is whole", async () => {
    const file = sendSlowly(3);
    const { user, panel, button } = await openExport("/inquiries");
    await user.click(button);
    expect(await panel.findByRole("progressbar", { name: "The first lines are on their way" })).toBeInTheDocument();
    file.lines("inquiryId\r\ninq_1\r\ninq_2\r\n");
    expect(await panel.findByRole("progressbar", { name: "2 of 3 inquiries" })).toBeInTheDocument();
    expect(files).toEqual([]);
    file.lines("inq_3\r\n");
    file.end();
    expect(await panel.findByText("Downloaded 3 inquiries.")).toBeInTheDocument();
    expect(await files[0]?.text()).toBe("inquiryId\r\ninq_1\r\ninq_2\r\ninq_3\r\n");
  });

  it("is cancelled, and begun anew", async () => {
    const file = sendSlowly(3);
    const { user, panel, button } = await openExport("/inquiries?status=failed");
    await user.click(button);
    file.lines("inquiryId\r\ninq_1\r\n");
    await panel.findByRole("progressbar", { name: "1 of 3 inquiries" });
    await user.click(panel.getByRole("button", { name: "Cancel" }));
    expect(await panel.findByText("Cancelled. No file was kept.")).toBeInTheDocument();
    expect([panel.queryByRole("alert"), files]).toEqual([null, []]);
    server.resetHandlers();
    await user.click(panel.getByRole("button", { name: "Download" }));
    await panel.findByText(/^Downloaded \d+ inquiries\.$/);
    expect(panel.queryByText(/^Cancelled/)).toBeNull();
  });

  it("is no file where it breaks off, and is asked for again", async () => {
    const file = sendSlowly(3);
    const { user, panel, button } = await openExport("/inquiries?status=failed");
    await user.click(button);
    file.lines("inquiryId\r\ninq_1\r\n");
    await panel.findByRole("progressbar", { name: "1 of 3 inquiries" });
    file.breakOff();
    expect(await panel.findByRole("alert")).toHaveTextContent(/Nothing was changed/);
    expect(files).toEqual([]);
    server.resetHandlers();
    await user.click(panel.getByRole("button", { name: "Try again" }));
    await panel.findByText(/^Downloaded \d+ inquiries\.$/);
  });

  it("says what the server refused", async () => {
    failAnswers("*/desk/v1/inquiries.csv", "403");
    const { user, panel, button } = await openExport("/inquiries");
    await user.click(button);
    expect(await panel.findByRole("alert")).toHaveTextContent("You are not allowed to see or do this");
    expect(files).toEqual([]);
  });
});

describe("there is no file, and why is said", () => {
  it.each<[string, string, DeskRole, RegExp, isWhole: boolean]>([
    ["until the index is whole", "/inquiries", "reviewer", /still reading all inquiries into its index/, false],
    ["for support", "/inquiries", "support", /Your role \(Support\) can't export.* Reviewers, leads/, true],
    ["where nothing fits", "/inquiries?tag=nobody-has-this", "reviewer", /No inquiry fits/, true],
  ])("%s", async (_when, path, role, reason, isWhole) => {
    const index = { whole: isWhole, sweptAt: null, lastWebhookAt: null };
    changeAnswers("*/desk/v1/inquiries/counts", (body) => ({ ...body, index }));
    const { user, simulator, panel, button } = await openExport(path, role);
    expect(await panel.findByText(reason, { selector: "p" })).toBeInTheDocument();
    await waitFor(() => expect(button).toHaveAccessibleName(reason));
    await user.click(button);
    expect(exportsOf(simulator)).toEqual([]);
    expect(screen.getByRole("table", { name: "Inquiries" })).toBeInTheDocument();
  });
});
