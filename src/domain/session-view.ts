/** Sessions in words: which device, from where, over what network, and how risky Persona finds that. */
import type { SessionFacts } from "@/domain/facts";
import { describeSessionStatus } from "@/domain/resource-status";
import { sessionBudget, type SessionBudget } from "@/domain/session-budget";
import type { StatusMeaning, Tone } from "@/domain/status-meaning";
import { countryName } from "@/lib/country-name";
import { displayLine, displayValue } from "@/lib/display-text";
import { groupBy } from "@/lib/group-by";
import { readText, readTime } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { capitalize, count } from "@/lib/words";

type NetworkFlag = { readonly flag: "tor" | "vpn" | "proxy" | "datacenter"; readonly label: string; readonly sentence: string };
type Risk = { readonly level: string; readonly label: string; readonly tone: Tone };

/** `differs`: the IP address is of another country; the sentence then says what that means. */
type GpsCountry = { readonly country: string; readonly differs: boolean; readonly sentence: string };

export type SessionView = {
  readonly id: string;
  readonly status: StatusMeaning;
  /** "iPhone 15, iOS 17.4, Safari 17"; "Not opened yet" for a new session, "Unknown device" when Persona knows nothing. */
  readonly device: string;
  /** The mobile SDK and its version, or null for a browser. */
  readonly sdk: string | null;
  /** How the user moved here from another device, or null. */
  readonly handoff: string | null;
  /** "Bavaria, Germany", or null. */
  readonly place: string | null;
  /** Where the device itself says it is; null when it didn't say. */
  readonly gps: GpsCountry | null;
  readonly ipAddress: string | null;
  /** "Mobile, Deutsche Telekom", or null. */
  readonly network: string | null;
  readonly flags: readonly NetworkFlag[];
  /** Null when Persona rated nothing. */
  readonly risk: Risk | null;
};

const flags = [
  ["isTor", "tor", "Tor", "The address is an exit of the Tor network: where the user really is stays hidden."],
  ["isVpn", "vpn", "VPN", "The address belongs to a VPN: where the user really is may differ."],
  ["isProxy", "proxy", "Proxy", "The address belongs to a proxy: where the user really is may differ."],
  ["isDatacenter", "datacenter", "Data center", "The address belongs to a data center, where people seldom are."],
] as const;

const riskTones = new Map<string, Tone>([
  ["low", "green"],
  ["medium", "amber"],
  ["high", "red"],
  ["unknown", "neutral"],
]);

const handoffs = new Map([
  ["email", "Handed over by e-mail"],
  ["sms", "Handed over by SMS"],
  ["qr", "Handed over by QR code"],
]);

/** One session in words. */
export function viewSession(session: SessionFacts): SessionView {
  const handoff = readText(session.deviceHandoffMethod);
  return {
    id: readText(session.id) ?? "",
    status: describeSessionStatus(session.status),
    device: deviceLabel(session),
    sdk: join([session.mobileSdkName, session.mobileSdkFullVersion], " "),
    handoff: handoff === undefined ? null : (handoffs.get(handoff) ?? `Handed over by ${displayLine(handoff, 40)}`),
    place: join([session.regionName, session.countryName ?? session.countryCode], ", "),
    gps: gpsCountry(session),
    ipAddress: join([session.ipAddress], ""),
    network: networkLabel(session),
    flags: flags.flatMap(([attribute, flag, label, sentence]) => (session[attribute] === true ? [{ flag, label, sentence }] : [])),
    risk: describeRisk(session.threatLevel),
  };
}

/** Source: spec, inquiry session `gps-country-code`: two letters, null for older sessions and where no position was given. */
function gpsCountry(session: SessionFacts): GpsCountry | null {
  const code = readText(session.gpsCountryCode);
  if (code === undefined) return null;
  const country = countryName(code);
  const address = readText(session.countryCode);
  if (address === undefined || address.toUpperCase() === code.toUpperCase()) {
    return { country, differs: false, sentence: "Where the device says it is." };
  }
  const sentence = `The device says it is in ${country}, the IP address belongs to ${countryName(address)}: the address may hide where the user really is.`;
  return { country, differs: true, sentence };
}

/** Persona's threat level of a network. Source: spec, network `threat-level`: unknown, low, medium, high; open. */
function describeRisk(level: unknown): Risk | null {
  const text = displayValue(level, "", 40);
  if (text === "") return null;
  const tone = riskTones.get(text.toLowerCase());
  return { level: text, label: tone === undefined ? text : `${capitalize(text.toLowerCase())} risk`, tone: tone ?? "unknown" };
}

/** The device as a person would name it. */
export function deviceLabel(session: SessionFacts): string {
  const type = readText(session.deviceType);
  const parts = [
    readText(session.deviceName) ?? (type === undefined ? undefined : humanize(type)),
    join([session.osName, session.osFullVersion], " "),
    join([session.browserName, majorVersion(session.browserFullVersion)], " ") ?? join([session.mobileSdkName], ""),
  ];
  const label = join(parts, ", ");
  if (label !== null) return label;
  return session.status === "new" ? "Not opened yet" : "Unknown device";
}

function majorVersion(version: unknown): string | undefined {
  return readText(version)?.split(".")[0];
}

function networkLabel(session: SessionFacts): string | null {
  const type = readText(session.ipConnectionType);
  return join([type === undefined ? undefined : humanize(type), session.ipIsp ?? session.networkOrganization], ", ");
}

function join(parts: readonly unknown[], separator: string): string | null {
  const texts = parts.flatMap((part) => displayValue(part, "", 80) || []);
  return texts.length === 0 ? null : texts.join(separator);
}

export type SessionsOverview<S extends SessionFacts> = {
  readonly budget: SessionBudget;
  /** Sessions that are not expired. */
  readonly live: number;
  /** Distinct devices, most used first, each with its sessions newest first. */
  readonly devices: readonly { readonly label: string; readonly sessions: readonly S[] }[];
  /** Names of the distinct countries, in order of first use. */
  readonly countries: readonly string[];
  /** What stands out, as sentences. */
  readonly remarks: readonly string[];
};

/** More devices or countries than this on one inquiry is how a shared link looks. */
const manyDevices = 4;
const manyCountries = 2;

/** All sessions of one inquiry. Sessions with the same description count as one device: Persona's device objects are fetched apart. */
export function overviewSessions<S extends SessionFacts>(sessions: readonly S[]): SessionsOverview<S> {
  const newestFirst = sessions.toSorted((one, other) => startOf(other) - startOf(one));
  const opened = newestFirst.filter((session) => session.status !== "new");
  const devices = [...groupBy(opened, deviceLabel)]
    .map(([label, members]) => ({ label, sessions: members }))
    .toSorted((one, other) => other.sessions.length - one.sessions.length);
  const names = opened.toReversed().flatMap((session) => join([session.countryName ?? session.countryCode], "") ?? []);
  const countries = [...new Set(names)];
  const remarks: string[] = [];
  if (countries.length > manyCountries) remarks.push(`Opened from ${countries.length} countries: a link may have been shared.`);
  const elsewhere = opened.filter((session) => gpsCountry(session)?.differs).length;
  if (elsewhere > 0) remarks.push(`${count(elsewhere, "session")} with GPS in another country than the IP address.`);
  if (devices.length > manyDevices) remarks.push(`Opened on ${devices.length} different devices: a link may have been shared.`);
  return {
    budget: sessionBudget(sessions.length),
    live: sessions.filter((session) => session.status === "new" || session.status === "active").length,
    devices,
    countries,
    remarks,
  };
}

function startOf(session: SessionFacts): number {
  return readTime(session.startedAt) ?? readTime(session.createdAt) ?? 0;
}
