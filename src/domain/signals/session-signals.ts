/** What is unusual about the sessions: the networks, the places, the devices. */
import type { SessionFacts } from "@/domain/facts";
import { linkOf } from "@/domain/facts";
import { deviceLabel, viewSession } from "@/domain/session-view";
import { weights, type Signal, type SignalName } from "@/domain/signals/signal";
import { compareCountries } from "@/domain/compare/compare-values";
import { countryName } from "@/lib/country-name";
import { displayLine } from "@/lib/display-text";
import { readNumber, readProperty, readText, readTime } from "@/lib/read";
import { formatDuration } from "@/lib/time";
import { count } from "@/lib/words";

const networks = {
  tor: "red",
  proxy: "orange",
  datacenter: "orange",
  vpn: "orange",
} as const;

/** An airliner cruises below this; a shorter way than this may be an error of where an IP address is said to be. Ours. */
const fastest = 1000;
const shortest = 500;

/** More devices or countries than this on one inquiry is how a shared link looks; the same bounds as in `session-view.ts`. */
const manyDevices = 4;
const manyCountries = 2;

/**
 * @param documentCountry of the document that counts, as written; undefined where none was read
 */
export function sessionSignals(sessions: readonly SessionFacts[], documentCountry: string | undefined): Signal[] {
  const opened = sessions.filter((session) => session.status !== "new").toSorted((one, other) => startOf(one) - startOf(other));
  return [
    ...networkSignals(opened),
    ...travelSignals(opened),
    ...opened.flatMap((session) => countrySignals(session, documentCountry)),
    ...manySignals(opened),
  ];
}

const startOf = (session: SessionFacts) => readTime(session.startedAt) ?? readTime(session.createdAt) ?? 0;

function signal(name: SignalName, session: SessionFacts, tone: Signal["tone"], label: string, sentence: string): Signal {
  return { name, label, sentence, tone, weight: weights[name], fact: { of: "session", sessionId: readText(session.id) ?? "" } };
}

function networkSignals(sessions: readonly SessionFacts[]): Signal[] {
  return sessions.flatMap((session) => {
    const { flags, risk } = viewSession(session);
    return [
      ...flags.map(({ flag, label, sentence }) => signal(flag, session, networks[flag], label, sentence)),
      ...(risk?.tone === "red"
        ? [signal("network-threat", session, "red", "Network threat high", "Persona rates the network as a high threat.")]
        : []),
    ];
  });
}

/** Where the IP address is, else where the device says it is: [latitude, longitude] in degrees. */
function placeOf(session: SessionFacts): readonly [number, number] | undefined {
  for (const [latitude, longitude] of [
    ["latitude", "longitude"],
    ["gpsLatitude", "gpsLongitude"],
  ] as const) {
    const [lat, long] = [readNumber(readProperty(session, latitude)), readNumber(readProperty(session, longitude))];
    if (lat !== undefined && long !== undefined) return [lat, long];
  }
  return undefined;
}

/** Great-circle distance in kilometres (haversine, mean radius of the earth). */
function distance([lat1, long1]: readonly [number, number], [lat2, long2]: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (difference: number) => Math.sin(radians(difference) / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(long2 - long1);
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const placeName = (session: SessionFacts) =>
  displayLine(
    readText(session.regionName) ?? readText(session.countryName) ?? countryName(readText(session.countryCode) ?? "an unknown place"),
    40,
  );

function travelSignals(sessions: readonly SessionFacts[]): Signal[] {
  return sessions.slice(1).flatMap((session, index) => {
    const before = sessions[index];
    const [from, to] = [before && placeOf(before), placeOf(session)];
    const [left, came] = [readTime(before?.startedAt), readTime(session.startedAt)];
    if (!before || !from || !to || left === undefined || came === undefined) return [];
    const way = distance(from, to);
    const hours = (came - left) / 3_600_000;
    if (way < shortest || way <= fastest * hours) return [];
    const span = `${(Math.round(way / 10) * 10).toLocaleString("en")} km in ${formatDuration(came - left)}`;
    const isHidden = [before, session].some(({ isTor, isVpn, isProxy }) => isTor === true || isVpn === true || isProxy === true);
    return [
      signal(
        "impossible-travel",
        session,
        "red",
        `${placeName(before)}, then ${placeName(session)}: ${span}`,
        isHidden
          ? "Nobody travels that fast. One of the two came through an address that hides where the user is."
          : "Nobody travels that fast: two people, or an address that hides where the user is.",
      ),
    ];
  });
}

function countrySignals(session: SessionFacts, documentCountry: string | undefined): Signal[] {
  const [gps, ip] = [readText(session.gpsCountryCode), readText(session.countryCode)];
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && compareCountries(one, other).agreement === "different";
  const name = (code: string | undefined) => countryName(code ?? "");
  return [
    ...(differ(gps, ip)
      ? [
          signal(
            "gps-against-ip",
            session,
            "orange",
            `GPS in ${name(gps)}, IP address in ${name(ip)}`,
            "The address may hide where the user really is, or the position is made up.",
          ),
        ]
      : []),
    ...(differ(gps, documentCountry)
      ? [
          signal(
            "gps-against-document",
            session,
            "amber",
            `GPS in ${name(gps)}, document of ${name(documentCountry)}`,
            "People travel and move; it weighs with other signals.",
          ),
        ]
      : []),
    ...(differ(ip, documentCountry)
      ? [
          signal(
            "ip-against-document",
            session,
            "amber",
            `IP address in ${name(ip)}, document of ${name(documentCountry)}`,
            "People travel and move; it weighs with other signals.",
          ),
        ]
      : []),
  ];
}

function manySignals(sessions: readonly SessionFacts[]): Signal[] {
  const latest = sessions.at(-1);
  if (!latest) return [];
  const countries = new Set(sessions.flatMap((session) => readText(session.countryCode)?.toUpperCase() ?? []));
  const devices = new Set(sessions.map((session) => linkOf(session, "device")?.id ?? deviceLabel(session)));
  return [
    ...(countries.size > manyCountries
      ? [
          signal(
            "countries",
            latest,
            "amber",
            `Opened from ${count(countries.size, "country", "countries")}`,
            "A link may have been shared.",
          ),
        ]
      : []),
    ...(devices.size > manyDevices
      ? [signal("devices", latest, "amber", `Opened on ${count(devices.size, "device")}`, "A link may have been shared.")]
      : []),
  ];
}
