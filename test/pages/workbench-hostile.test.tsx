import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";

const markup = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
const reordering = "evil\u202Egnp.exe\u2066\u200B";
const megabyte = "A".repeat(1_000_000);
const id = (prefix: string) => `${prefix}_hostile${"0".repeat(17)}`;

type Loose = { type: string; id: string; attributes: object; relationships?: object };

/** Puts a resource into the world as it is, whatever the contract says about its shape. */
function put(
  simulator: Simulator,
  table: "inquiries" | "verifications" | "inquirySessions" | "documents" | "reports" | "events",
  resource: Loose,
) {
  // What is tested here is what the contract rules out.
  simulator.world().tables[table].add({ relationships: {}, ...resource } as never);
}

const link = (type: string, to: string) => ({ data: { type, id: to } });

async function open(simulator: Simulator, search = "") {
  const app = await renderApp(`/inquiries/${id("inq")}${search}`);
  await screen.findByRole("region", { name: "Verdict" });
  await waitFor(() => expect(screen.queryByText("Loading the story")).not.toBeInTheDocument());
  expect(simulator.requests().every(({ status }) => status === 200)).toBe(true);
  return app;
}

function verification(attributes: object): Loose {
  return { type: "verification/of-tomorrow", id: id("ver"), attributes: { createdAt: "2026-03-01T10:00:00.000Z", ...attributes } };
}

function inquiry(attributes: object): Loose {
  return {
    type: "inquiry",
    id: id("inq"),
    attributes: { createdAt: "2026-03-01T09:00:00.000Z", ...attributes },
    relationships: {
      verifications: { data: [{ type: "verification/of-tomorrow", id: id("ver") }] },
      sessions: { data: [{ type: "inquiry-session", id: id("iqse") }] },
      documents: { data: [{ type: "document/of-tomorrow", id: id("doc") }] },
      reports: { data: [{ type: "report/of-tomorrow", id: id("rep") }] },
    },
  };
}

const panels = ["", "?panel=facts", "?panel=reports", "?panel=events", "?panel=json"];

describe("hostile answers", () => {
  it.each(panels)("nothing but a type and an ID renders %s", async (search) => {
    const simulator = resetSimulator();
    put(simulator, "inquiries", { ...inquiry({}), attributes: {} });
    for (const [table, type, prefix] of [
      ["verifications", "verification/of-tomorrow", "ver"],
      ["inquirySessions", "inquiry-session", "iqse"],
      ["documents", "document/of-tomorrow", "doc"],
      ["reports", "report/of-tomorrow", "rep"],
    ] as const) {
      put(simulator, table, { type, id: id(prefix), attributes: {} });
    }
    await open(simulator, search);
    expect(within(screen.getByRole("region", { name: "Verdict" })).getByText("No status")).toBeVisible();
    expect(screen.getByRole("article", { name: "Of tomorrow" })).toBeVisible();
  });

  it("every attribute null, or of another kind than promised, renders", async () => {
    const simulator = resetSimulator();
    const nonsense = {
      status: 7,
      referenceId: {},
      note: [],
      behaviors: "fast",
      tags: {},
      fields: "none",
      expiresAt: 12,
      reviewerComment: false,
    };
    put(simulator, "inquiries", inquiry(nonsense));
    put(
      simulator,
      "verifications",
      verification({ status: null, checks: [null, 3, { name: null, reasons: "no" }, {}], photoUrls: "none", files: [null] }),
    );
    put(simulator, "inquirySessions", {
      type: "inquiry-session",
      id: id("iqse"),
      attributes: { status: [], countryName: 5, isVpn: "yes" },
    });
    put(simulator, "documents", { type: "document/of-tomorrow", id: id("doc"), attributes: { status: null, files: {} } });
    put(simulator, "reports", { type: "report/of-tomorrow", id: id("rep"), attributes: { status: "ready", hasMatch: "perhaps" } });
    await open(simulator, "?panel=facts");
    expect(screen.getByRole("article", { name: "Of tomorrow" })).toBeVisible();
  });

  it("shows statuses, kinds, checks and events that nobody documented as they are", async () => {
    const simulator = resetSimulator();
    put(simulator, "inquiries", inquiry({ status: "on_hold", updatedAt: "2026-03-01T12:00:00.000Z" }));
    const checks = [
      { name: "quantum_entanglement_detection", status: "maybe", reasons: ["cat_alive"], requirement: "encouraged", metadata: {} },
    ];
    put(simulator, "verifications", verification({ status: "pondering", checks }));
    put(simulator, "events", {
      type: "event",
      id: id("evt"),
      attributes: { name: "inquiry.frobnicated", createdAt: "2026-03-01T11:00:00.000Z", payload: link("inquiry", id("inq")) },
    });
    await open(simulator);
    expect(within(screen.getByRole("region", { name: "Verdict" })).getByText("on_hold")).toBeVisible();
    const attempt = within(screen.getByRole("article", { name: "Of tomorrow" }));
    expect(attempt.getByText("pondering")).toBeVisible();
    expect(attempt.getByText("Quantum entanglement")).toBeInTheDocument();
    expect(within(screen.getByRole("region", { name: "Story" })).getByText("inquiry.frobnicated.")).toBeVisible();
  });

  it.each([
    ["kebab case", "name-first"],
    ["snake case", "name_first"],
    ["camel case", "nameFirst"],
  ])("reads field keys in %s", async (_, key) => {
    const simulator = resetSimulator();
    put(simulator, "inquiries", inquiry({ status: "pending", fields: { [key]: { type: "string", value: "Wilhelmina" } } }));
    await open(simulator);
    expect(screen.getByRole("row", { name: /^First name.*Wilhelmina/ })).toBeVisible();
    expect(screen.getByRole("heading", { level: 1, name: "Wilhelmina" })).toBeVisible();
  });

  it("shows markup as text, takes reordering characters out, and loads no address that is none", async () => {
    const simulator = resetSimulator();
    const values = { "name-first": { type: "string", value: markup }, "name-last": { type: "string", value: reordering } };
    put(simulator, "inquiries", inquiry({ status: markup, note: markup, tags: [markup], fields: values, reviewerComment: reordering }));
    const checks = [{ name: markup, status: "failed", reasons: [markup], requirement: "required", metadata: { [markup]: markup } }];
    put(
      simulator,
      "verifications",
      verification({
        status: "failed",
        checks,
        frontPhotoUrl: "javascript:alert(1)",
        photoUrls: [{ page: "front", url: "javascript:alert(2)" }],
      }),
    );
    const { container } = await open(simulator, "?panel=facts");
    expect(container.querySelectorAll("script, img[src=x], [onerror], [src^=javascript], [href^=javascript]")).toHaveLength(0);
    expect(document.title).toMatch(/^Inquiry [A-Za-z0-9]{4} · Inquiry Desk$/);
    expect(screen.getByRole("row", { name: /^First name/ })).toHaveTextContent(markup);
    expect(container.textContent).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/);
  });

  it.each(panels)("a text of a megabyte is cut and can be read on %s", async (search) => {
    const simulator = resetSimulator();
    put(
      simulator,
      "inquiries",
      inquiry({ status: megabyte, note: megabyte, referenceId: megabyte, fields: { "name-first": { type: "string", value: megabyte } } }),
    );
    const checks = [{ name: megabyte, status: "failed", reasons: [megabyte], requirement: "required", metadata: { note: megabyte } }];
    put(simulator, "verifications", verification({ status: megabyte, checks, nameFirst: megabyte, countryCode: megabyte }));
    put(simulator, "inquirySessions", {
      type: "inquiry-session",
      id: id("iqse"),
      attributes: { status: "active", ipAddress: megabyte, deviceName: megabyte },
    });
    const { container } = await open(simulator, search);
    expect(container.textContent?.length ?? 0).toBeLessThan(100_000);
  });
});
