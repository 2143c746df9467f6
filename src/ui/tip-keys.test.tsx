import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FigureLine } from "@/ui/figure-line";
import { Tooltips } from "@/ui/tooltips";

const figures = [
  { label: "Similarity", text: "0.93", sentence: "How alike both faces are." },
  { label: "Pages", text: "2" },
  { label: "Confidence", text: "0.99", sentence: "How sure the reading is." },
];

function shown() {
  render(
    <>
      <FigureLine figures={figures} />
      <button type="button" data-tip="Says more">
        After
      </button>
      <Tooltips />
    </>,
  );
  return userEvent.setup();
}

const tip = () => screen.getByRole("tooltip", { hidden: true });

describe("what a figure means", () => {
  it("is one stop of Tab, and the arrows go from one to the next, without those that have nothing to tell", async () => {
    const user = shown();
    await user.tab();
    expect(tip()).toHaveTextContent("How alike both faces are.");
    expect(document.activeElement).toHaveAccessibleDescription("How alike both faces are.");
    await user.keyboard("{ArrowRight}");
    expect(tip()).toHaveTextContent("How sure the reading is.");
    await user.keyboard("{ArrowDown}");
    expect(tip()).toHaveTextContent("How alike both faces are.");
    await user.keyboard("{ArrowLeft}");
    expect(tip()).toHaveTextContent("How sure the reading is.");
    await user.keyboard("{Home}");
    expect(tip()).toHaveTextContent("How alike both faces are.");
    await user.keyboard("{End}");
    expect(tip()).toHaveTextContent("How sure the reading is.");
    await user.tab();
    expect(screen.getByRole("button", { name: "After" })).toHaveFocus();
  });
});
