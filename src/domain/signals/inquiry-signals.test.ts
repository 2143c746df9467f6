import { describe, expect, it } from "vitest";
import { behaviorFacts } from "@/domain/signals/behavior-facts";
import { hasDevice } from "@/domain/signals/shared-devices";
import { hasSignalSources, inquirySignals } from "@/domain/signals/inquiry-signals";

const session = (id: string, minutes: number, more: object) => ({
  id,
  status: "expired",
  startedAt: new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString(),
  ...more,
});
const newYork = { countryCode: "US", countryName: "United States", regionName: "New York", latitude: 40.71, longitude: -74.01 };
const bangkok = { countryCode: "TH", countryName: "Thailand", regionName: "Bangkok", latitude: 13.76, longitude: 100.5 };
const boston = { countryCode: "US", regionName: "Massachusetts", latitude: 42.36, longitude: -71.06 };
const passport = (countryCode: string) => ({ type: "verification/government-id", status: "passed", countryCode });

/** What the desk knows of who else used a device: account and status of each inquiry. */
const shared = (...others: [accountId: string | null, status: string][]) => ({
  inquiries: others.map(([accountId, status], index) => ({ inquiryId: `inq_${index}`, accountId, status })),
  accounts: new Set(others.map(([accountId]) => accountId)).size,
  hasMore: false,
});

const labels = (input: object) => inquirySignals({ inquiry: {}, ...input }).map(({ label }) => label);

describe("signals of an inquiry", () => {
  it.each<[string, object, string[]]>([
    [
      "nothing unusual",
      { sessions: [session("a", 0, { ...newYork, isTor: false, threatLevel: "low" })], verifications: [passport("US")] },
      [],
    ],
    [
      "Tor before a proxy before a VPN",
      { sessions: [session("a", 0, { isVpn: true, isProxy: true, isTor: true })] },
      ["Tor", "Proxy", "VPN"],
    ],
    [
      "what a signal tells, where the flow did not measure it",
      { inquiry: { behaviors: { "bot-score": null }, signals: [{ name: "inquiry/bot_score", value: 91 }] } },
      ["Bot score 91 of 100"],
    ],
    ["a threat level in capitals", { inquiry: { behaviors: { "behavior-threat-level": "HIGH" } } }, ["Behavior threat high"]],
    ["a data center", { sessions: [session("a", 0, { isDatacenter: true })] }, ["Data center"]],
    ["a network Persona rates high, in capitals", { sessions: [session("a", 0, { threatLevel: "HIGH" })] }, ["Network threat high"]],
    [
      "levels that nobody has documented, behind those that are known",
      {
        sessions: [session("a", 0, { threatLevel: "critical" })],
        inquiry: { behaviors: { "behavior-threat-level": "severe", "bot-score": 91 } },
      },
      ["Network threat critical", "Bot score 91 of 100", "Behavior threat severe"],
    ],
    [
      "levels that mean nothing",
      { sessions: [session("a", 0, { threatLevel: "unknown" })], inquiry: { behaviors: { "behavior-threat-level": "None" } } },
      [],
    ],
    ["a network Persona rates high", { sessions: [session("a", 0, { threatLevel: "high" })] }, ["Network threat high"]],
    ["the same in two sessions once", { sessions: [session("a", 0, { isTor: true }), session("b", 5, { isTor: true })] }, ["Tor"]],
    [
      "a journey nobody makes",
      { sessions: [session("b", 13, bangkok), session("a", 0, newYork)] },
      ["New York, then Bangkok: 13,930 km in 13 min"],
    ],
    [
      "a journey nobody makes, with a session in between of which nobody knows where it was",
      { sessions: [session("a", 0, newYork), session("b", 5, { countryCode: "US" }), session("c", 13, bangkok)] },
      ["New York, then Bangkok: 13,930 km in 13 min"],
    ],
    [
      "of several such journeys the fastest",
      { sessions: [session("a", 0, newYork), session("b", 13, bangkok), session("c", 14, newYork)] },
      ["Bangkok, then New York: 13,930 km in 1 min, and 1 more"],
    ],
    [
      "two countries that are not the document's",
      { sessions: [session("a", 0, { countryCode: "TH" }), session("b", 999, { countryCode: "FR" })], verifications: [passport("UA")] },
      ["IP address in Thailand and France, document of Ukraine"],
    ],
    ["a journey by air", { sessions: [session("a", 0, newYork), session("b", 20 * 60, bangkok)] }, []],
    ["a short way, which may be an error of the address", { sessions: [session("a", 0, newYork), session("b", 1, boston)] }, []],
    [
      "GPS in another country than the address, and both in another than the document's",
      { sessions: [session("a", 0, { countryCode: "TH", gpsCountryCode: "UA" })], verifications: [passport("DE")] },
      ["GPS in Ukraine, IP address in Thailand", "GPS in Ukraine, document of Germany", "IP address in Thailand, document of Germany"],
    ],
    [
      "the document's country by three letters",
      { sessions: [session("a", 0, { countryCode: "UA" })], verifications: [passport("UKR")] },
      [],
    ],
    [
      "three countries",
      {
        sessions: [
          session("a", 0, { countryCode: "US" }),
          session("b", 999, { countryCode: "TH" }),
          session("c", 1999, { countryCode: "FR" }),
        ],
      },
      ["Opened from 3 countries"],
    ],
    ["a session nobody opened", { sessions: [{ id: "a", status: "new", isTor: true }] }, []],
    ["a program at work", { inquiry: { behaviors: { "bot-score": 91 } } }, ["Bot score 91 of 100"]],
    [
      "the same by the feature-flagged signals",
      { inquiry: { signals: [{ name: "inquiry/bot_score", value: 91 }] } },
      ["Bot score 91 of 100"],
    ],
    ["a person at work", { inquiry: { behaviors: { "bot-score": 18, "completion-time": 92, "devtools-open": false } } }, []],
    ["too quick for a person", { inquiry: { behaviors: { completionTime: 41.7 } } }, ["Completed in 41.7 s"]],
    [
      "forgery before pastes",
      {
        inquiry: {
          behaviors: { "shortcut-pastes": 11, "request-spoof-attempts": 3, "user-agent-spoof-attempts": 1, "debugger-attached": true },
        },
      },
      ["Requests forged 3 times", "Browser name forged once", "Debugger attached", "Pasted 11 times"],
    ],
    ["a device nobody else used", { sharedDevices: { inquiries: [], accounts: 0, hasMore: false } }, []],
    [
      "a device of others",
      { sharedDevices: shared(["act_1", "approved"], ["act_1", "created"], [null, "failed"]) },
      ["Same device as 2 other accounts"],
    ],
    [
      "a device of somebody who was declined",
      { sharedDevices: shared(["act_1", "declined"]) },
      ["Same device as 1 other account, declined"],
    ],
    [
      "a device of so many that they are not all known, before a data center and behind a bot",
      {
        sessions: [session("a", 0, { isDatacenter: true })],
        inquiry: { behaviors: { "bot-score": 91 } },
        sharedDevices: { ...shared(["act_1", "declined"], ["act_1", "declined"], ["act_2", "approved"]), hasMore: true },
      },
      ["Bot score 91 of 100", "Same device as 2 or more other accounts, 1 of them declined", "Data center"],
    ],
    ["figures that are none", { inquiry: { behaviors: { "bot-score": "91", "completion-time": null } } }, []],
  ])("%s", (_, input, expected) => expect(labels(input)).toEqual(expected));

  it("lead to the session or to the figures they come from", () => {
    const signals = inquirySignals({
      sharedDevices: shared(["act_1", "approved"]),
      inquiry: { behaviors: { "bot-score": 91 } },
      sessions: [session("iqse_1", 0, {}), session("iqse_2", 1, { isTor: true })],
    });
    expect(signals.map(({ fact }) => fact)).toEqual([{ of: "session", sessionId: "iqse_2" }, { of: "behavior" }, { of: "devices" }]);
  });

  it("say of a journey that a VPN explains it", () => {
    const [travel] = inquirySignals({ inquiry: {}, sessions: [session("a", 0, newYork), session("b", 13, { ...bangkok, isVpn: true })] });
    expect(travel?.sentence).toContain("hides where the user is");
  });

  it("know where there was nothing to look at", () => {
    expect(hasSignalSources({ inquiry: { behaviors: {} }, sessions: [{ status: "new" }] })).toBe(false);
    expect(hasSignalSources({ inquiry: {}, sessions: [session("a", 0, {})] })).toBe(true);
  });
});

it("nobody has to be asked who else used the device of an inquiry that has none", () => {
  const opened = (device: object | null) => ({ ...session("a", 0, {}), links: { device } });
  expect([[], [{ status: "new" }], [opened(null)], [opened({ type: "device", id: "dev_1" })]].map(hasDevice)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

it("figures of how the flow was filled in have their units", () => {
  const figures = {
    "completion-time": 312.4,
    "hesitation-time": 1200,
    "hesitation-percentage": 2.25,
    "distraction-events": 1,
    "bot-score": 7,
    "devtools-open": false,
    "some-new-figure": 5,
  };
  expect(behaviorFacts(figures).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    "Completion time: 5 min 12 s",
    "Hesitation time: 1.2 s",
    "Hesitation percentage: 2.3 %",
    "Distraction events: once",
    "Bot score: 7 of 100",
    "Devtools open: No",
    "Some new figure: 5",
  ]);
});

it("no minute has sixty seconds", () => {
  expect(behaviorFacts({ "completion-time": 179.7, "hesitation-time": 119_700 }).map(({ text }) => text)).toEqual(["3 min 0 s", "119.7 s"]);
});
