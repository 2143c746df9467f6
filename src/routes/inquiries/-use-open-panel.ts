import { useSearch } from "@tanstack/react-router";

/** The panel of the address. Whoever comes for one gets it, and what stands above it, at once: nothing may push it down. */
export function useOpenPanel() {
  const { panel } = useSearch({ from: "/inquiries/$inquiryId" });
  return { panel, isPanelOpen: panel !== undefined };
}
