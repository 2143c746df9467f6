import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { inquiryStatuses } from "@/domain/inquiry-status";

const iconOf = (status: string) => {
  const { container, unmount } = render(<InquiryStatusBadge status={status} />);
  const drawing = container.querySelector("svg")?.innerHTML;
  unmount();
  return drawing;
};

test("no two statuses share an icon, and none has that of an unknown one", () => {
  const statuses = [...inquiryStatuses, "quantum_state"];
  expect(new Set(statuses.map(iconOf)).size).toBe(statuses.length);
});

test.each(["quantum_state", "constructor", "__proto__"])("a status nobody has documented (%s) is its own word", (status) => {
  render(<InquiryStatusBadge status={status} />);
  expect(screen.getByText(status)).toBeTruthy();
});

test("no status at all is said to be none", () => {
  render(<InquiryStatusBadge status={null} />);
  expect(screen.getByText("No status")).toBeTruthy();
});
