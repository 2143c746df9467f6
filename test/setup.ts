import "@test/support/browser-gaps";
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { restHands } from "@test/support/hands";
import { resetSimulator, server } from "@mocks/doors/node";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

/** Everything a page says on the console while a test runs. None is the only good number. */
const noise: string[] = [];

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void noise.push(words.map(String).join(" ")));
  }
});

beforeEach(() => {
  noise.length = 0;
  localStorage.clear();
  // what one test has typed is not how the next begins
  restHands();
  resetSimulator();
});

afterEach(() => {
  cleanup();
  if (noise.length > 0) throw new Error(`The page spoke on the console:\n${noise.join("\n")}`);
});

afterAll(() => server.close());
