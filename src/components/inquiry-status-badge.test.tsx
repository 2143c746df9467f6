import { readFileSync } from "node:fs";
import { render, screen } from "@testing-library/react";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import CircleDashedIcon from "lucide-react/icons/circle-dashed";
import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import CircleXIcon from "lucide-react/icons/circle-x";
import ClockIcon from "lucide-react/icons/clock";
import ScanEyeIcon from "lucide-react/icons/scan-eye";
import ShieldCheckIcon from "lucide-react/icons/shield-check";
import ShieldXIcon from "lucide-react/icons/shield-x";
import TimerOffIcon from "lucide-react/icons/timer-off";
import { expect, it } from "vitest";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { inquiryStatuses, type KnownInquiryStatus } from "@/domain/inquiry-status";
import type { Icon } from "@/ui/icon";

const drawn: Readonly<Record<KnownInquiryStatus, Icon>> = {
  created: CircleDashedIcon,
  pending: ClockIcon,
  completed: CircleCheckIcon,
  failed: CircleXIcon,
  expired: TimerOffIcon,
  needs_review: ScanEyeIcon,
  approved: ShieldCheckIcon,
  declined: ShieldXIcon,
};

const css = readFileSync("src/components/inquiry-status-icons.css", "utf8");

/** What the style sheet masks the badge with: the rule of its status, or else the one of all. */
function maskOf(status: string): string {
  const { container, unmount } = render(<InquiryStatusBadge status={status} />);
  const known = container.querySelector<HTMLElement>(".inquiry-status")?.dataset.status;
  unmount();
  const selector = known === undefined ? ".inquiry-status {" : `.inquiry-status[data-status="${known}"] {`;
  const [, rule = ""] = css.split(selector);
  const [, uri = ""] = /^\s*--icon: url\("data:image\/svg\+xml,([^"]+)"\);/.exec(rule) ?? [];
  return shapesOf(new DOMParser().parseFromString(decodeURIComponent(uri), "image/svg+xml").documentElement);
}

function lucides(DrawnIcon: Icon): string {
  const { container, unmount } = render(<DrawnIcon />);
  const svg = container.querySelector("svg");
  unmount();
  return svg ? shapesOf(svg) : "nothing";
}

const shapesOf = (svg: Element) =>
  [...svg.children]
    .map(({ tagName, attributes }) => [tagName, ...Array.from(attributes, ({ name, value }) => `${name}=${value}`)].join(" "))
    .join("\n");

it.each(inquiryStatuses)("%s has its own icon, as the icons of the desk are drawn", (status) => {
  expect(maskOf(status)).toBe(lucides(drawn[status]));
});

it("no two statuses share an icon, and none has that of an unknown one", () => {
  const statuses = [...inquiryStatuses, "quantum_state"];
  expect(new Set(statuses.map(maskOf)).size).toBe(statuses.length);
  expect(maskOf("quantum_state")).toBe(lucides(CircleQuestionIcon));
});

it.each(["quantum_state", "constructor", "__proto__"])("a status nobody has documented (%s) is its own word", (status) => {
  render(<InquiryStatusBadge status={status} />);
  expect(screen.getByText(status)).toBeTruthy();
});

it("no status at all is said to be none", () => {
  render(<InquiryStatusBadge status={null} />);
  expect(screen.getByText("No status")).toBeTruthy();
});
