/** Where on the workbench a fact stands, for what leads to it. */
export const factAnchor = {
  session: (sessionId: string) => `session-${sessionId}`,
  sharedDevices: "shared-devices-of",
  behavior: "behavior",
  matches: "matches",
  signals: "signals",
  verifications: "verifications",
  panels: "behind-the-evidence",
};
