import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { UntrustedText } from "@/components/untrusted-text";

it("markup stays text", () => {
  render(<UntrustedText value="<img src=x onerror=alert(1)>" />);
  expect(screen.getByText("<img src=x onerror=alert(1)>")).toBeTruthy();
});

it("a right-to-left override is left out and told of", () => {
  render(<UntrustedText value={"invoice\u202Egpj.exe"} />);
  expect(screen.getByText("invoicegpj.exe").tagName).toBe("BDI");
  expect(screen.getByText("Invisible characters were left out.")).toBeTruthy();
});

it("a megabyte is cut, and more of it comes by a click", async () => {
  render(<UntrustedText value={"x".repeat(1_000_000)} limit={10} />);
  expect(screen.getByText("xxxxxxxxxx")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show more (999,990 characters left)" }));
  expect(screen.getByText(/^x+$/).textContent).toHaveLength(20_010);
});

it.each([[null], [undefined], [""], ["  "], ["\u200B"]])("nothing visible in %j gives the fallback", (value) => {
  render(<UntrustedText value={value} fallback="Not given" />);
  expect(screen.getByText("Not given")).toBeTruthy();
});

it("what is no text is shown as JSON", () => {
  render(<UntrustedText value={{ a: [1] }} />);
  expect(screen.getByText('{"a":[1]}')).toBeTruthy();
});
