import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { QueryTable } from "./query-table";

vi.mock("@/components/failure-panel", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

it("a list whose failure can't be told any more says so, and asks again", async () => {
  const user = userEvent.setup();
  const refetch = vi.fn<() => Promise<never>>();
  const error = new ApiError({ status: 0, title: "t", operation: "GET /things", sent: "no" });
  render(
    <QueryTable
      label="Things"
      columns={[]}
      rows={undefined}
      rowId={String}
      empty={null}
      pages={null}
      page={{ data: undefined, error, isError: true, isPlaceholderData: false, refetch }}
    />,
  );
  expect(await screen.findByRole("alert")).toHaveTextContent("This could not be loaded, and neither could why.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});
