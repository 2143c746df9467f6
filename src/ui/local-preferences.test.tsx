import { afterEach, expect, it, vi } from "vitest";
import { applyLook, readPreference, writePreference } from "@/ui/local-preferences";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it("the first choice counts until another is stored", () => {
  expect(readPreference("theme")).toBe("system");
  writePreference("theme", "dark");
  expect(readPreference("theme")).toBe("dark");
});

it("a stored value nobody knows is as good as none", () => {
  localStorage.setItem("desk.density", "sparse");
  expect(readPreference("density")).toBe("comfortable");
});

it("a choice is on <html> at once, and the system's theme leaves no mark there", () => {
  writePreference("theme", "light");
  expect(document.documentElement.dataset.theme).toBe("light");
  writePreference("theme", "system");
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

it("storage that refuses costs nothing but the memory beyond this page", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  writePreference("density", "compact");
  applyLook();
  expect(document.documentElement.dataset.density).toBe("compact");
  vi.restoreAllMocks();
  writePreference("density", "comfortable");
});
