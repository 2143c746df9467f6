import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { DayRangeFilter } from "./day-range-filter";

const written = (label: string) => screen.getByLabelText(label).closest("[data-day]")?.getAttribute("data-day");

it("writes a chosen day with its month as a word, whatever order the browser's language has, and says which end is open", () => {
  render(<DayRangeFilter what="created" range={{ from: "2026-03-04" }} onChange={() => {}} />);
  expect(written("Created from")).toBe("4 Mar 2026");
  expect(written("Created to")).toBe("to");
});

it("writes nothing for a day that does not exist", () => {
  render(<DayRangeFilter what="created" range={{ from: "2026-02-31" }} onChange={() => {}} />);
  expect(written("Created from")).toBe("from");
});

it("gives the day as the address has it, and nothing for a field that was emptied", async () => {
  const onChange = vi.fn<(change: { from?: string | undefined; to?: string | undefined }) => void>();
  render(<DayRangeFilter what="created" range={{ to: "2026-03-09" }} onChange={onChange} />);
  await userEvent.type(screen.getByLabelText("Created from"), "2026-03-04");
  expect(onChange).toHaveBeenLastCalledWith({ from: "2026-03-04" });
  await userEvent.clear(screen.getByLabelText("Created to"));
  expect(onChange).toHaveBeenLastCalledWith({ to: undefined });
});
