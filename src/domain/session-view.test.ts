import { describe, expect, it } from "vitest";
import { sessionBudget } from "@/domain/session-budget";
import { deviceLabel, overviewSessions, viewSession } from "@/domain/session-view";

describe("a session in words", () => {
  it("names device, place, network and what is risky about it", () => {
    const view = viewSession({
      id: "iqse_1",
      status: "active",
      deviceName: "iPhone 15",
      deviceType: "smartphone",
      osName: "iOS",
      osFullVersion: "17.4",
      browserName: "Safari",
      browserFullVersion: "17.4.1",
      deviceHandoffMethod: "qr",
      countryName: "Germany",
      countryCode: "DE",
      regionName: "Bavaria",
      ipAddress: "192.0.2.7",
      ipConnectionType: "mobile",
      ipIsp: "Example Telecom",
      isTor: true,
      isVpn: true,
      isProxy: false,
      isDatacenter: null,
      threatLevel: "high",
    });
    expect(view).toMatchObject({
      device: "iPhone 15, iOS 17.4, Safari 17",
      place: "Bavaria, Germany",
      network: "Mobile, Example Telecom",
      handoff: "Handed over by QR code",
      ipAddress: "192.0.2.7",
      sdk: null,
      risk: { label: "High risk", tone: "red" },
    });
    expect(view.flags.map(({ flag }) => flag)).toEqual(["tor", "vpn"]);
  });

  it("says so when nothing is known", () => {
    expect(deviceLabel({ status: "new" })).toBe("Not opened yet");
    expect(deviceLabel({ status: "active" })).toBe("Unknown device");
    expect(viewSession({})).toMatchObject({ id: "", place: null, network: null, risk: null, flags: [] });
  });

  it.each([
    ["CA", "CA", "Canada", false],
    ["ca", "CA", "Canada", false],
    ["UA", "TH", "Ukraine", true],
    ["UA", null, "Ukraine", false],
    ["Atlantis", "TH", "Atlantis", true],
  ])("GPS %s with an IP address in %s is %s, differs: %s", (gpsCountryCode, countryCode, country, differs) => {
    expect(viewSession({ gpsCountryCode, countryCode }).gps).toMatchObject({ country, differs });
  });

  it("knows no GPS country where the device told no position", () => {
    for (const gpsCountryCode of [undefined, null, ""]) expect(viewSession({ gpsCountryCode, countryCode: "TH" }).gps).toBeNull();
  });

  it("shows a threat level nobody has documented as itself", () => {
    expect(viewSession({ threatLevel: "volcanic" }).risk).toEqual({ level: "volcanic", label: "volcanic", tone: "unknown" });
  });
});

describe("the session budget: 25 per inquiry by default", () => {
  it.each([
    [0, "ample", 25],
    [19, "ample", 6],
    [20, "low", 5],
    [24, "low", 1],
    [25, "used up", 0],
    [31, "used up", 0],
  ])("%d used", (used, state, left) => {
    expect(sessionBudget(used)).toMatchObject({ state, left, label: `${used} of 25 sessions used` });
  });
});

describe("all sessions of an inquiry", () => {
  const session = (deviceName: string, countryName: string, hour: number, status = "expired") => ({
    status,
    deviceName,
    countryName,
    startedAt: `2026-03-02T0${hour}:00:00.000Z`,
  });

  it("count devices once, most used first, each newest first", () => {
    const [phoneEarly, phoneLate, laptop] = [
      session("Phone", "France", 1),
      session("Phone", "Spain", 3, "active"),
      session("Laptop", "France", 2),
    ];
    const overview = overviewSessions([phoneEarly, phoneLate, laptop]);
    expect(overview.devices).toEqual([
      { label: "Phone", sessions: [phoneLate, phoneEarly] },
      { label: "Laptop", sessions: [laptop] },
    ]);
    expect(overview.countries).toEqual(["France", "Spain"]);
    expect(overview.live).toBe(1);
    expect(overview.remarks).toEqual([]);
  });

  it("leave sessions nobody opened out of the devices, not out of the budget", () => {
    const overview = overviewSessions([{ status: "new" }, session("Phone", "France", 1)]);
    expect(overview.devices).toHaveLength(1);
    expect(overview.budget.used).toBe(2);
  });

  it("remark on GPS in another country than the IP address", () => {
    const there = { ...session("Phone", "Thailand", 1), countryCode: "TH", gpsCountryCode: "UA" };
    const here = { ...session("Phone", "Canada", 2), countryCode: "CA", gpsCountryCode: "CA" };
    expect(overviewSessions([there, here]).remarks).toEqual(["1 session with GPS in another country than the IP address."]);
  });

  it("remark on many countries and devices: how a shared link looks", () => {
    const places = ["France", "Spain", "Peru", "Kenya", "Japan"];
    expect(overviewSessions(places.map((place, index) => session(`Phone ${index}`, place, index))).remarks).toHaveLength(2);
  });
});
