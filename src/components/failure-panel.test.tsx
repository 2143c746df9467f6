import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { FailurePanel } from "@/components/failure-panel";

const failed = (status: number, ids: { requestId?: string; deskRequestId?: string } = {}) =>
  new ApiError({ status, title: "It failed", operation: "GET /inquiries", sent: "no", ...ids });

it("names the call in both logs, each ID to be copied", async () => {
  const user = userEvent.setup();
  render(<FailurePanel error={failed(500, { requestId: "req_1", deskRequestId: "dr_1" })} />);
  expect(screen.getByText("Request ID")).toHaveTextContent("Request ID req_1");
  expect(screen.getByText("Desk request ID")).toHaveTextContent("Desk request ID dr_1");
  await user.click(screen.getByRole("button", { name: "Copy desk request ID" }));
  expect(await navigator.clipboard.readText()).toBe("dr_1");
});

it("has only the desk's where the call never got to Persona", () => {
  render(<FailurePanel error={failed(403, { deskRequestId: "dr_1" })} />);
  expect(screen.queryByText("Request ID")).not.toBeInTheDocument();
  expect(screen.getByText("dr_1")).toBeVisible();
});

it("offers to try again after a sign-out, and loads nothing anew by itself", async () => {
  const retry = vi.fn<() => void>();
  render(<FailurePanel error={failed(401)} onRetry={retry} />);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalledOnce();
});
