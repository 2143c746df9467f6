/** What is unusual about the sessions: the networks, the places, the devices. */
import { linkOf, type SessionFacts } from "@/domain/facts";
import { deviceLabel, viewSession } from "@/domain/session-view";
import { unknownThreat, weights, type Signal, type SignalName } from "@/domain/signals/signal";
import { compareCountries } from "@/domain/compare/compare-values";
import { countryLabel } from "@/lib/country-code";
import { displayLine } from "@/lib/display-text";
import { readNumber, readProperty, readText, readTime } from "@/lib/read";
import { formatDuration, hour } from "@/lib/time";
import { count, joinWords } from "@/lib/words";

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
  return [...networkSignals(opened), ...travelSignals(opened), ...countrySignals(opened, documentCountry), ...manySignals(opened)];
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
      ...(risk?.tone === "unknown" ? [signal("network-threat", session, "amber", `Network threat ${risk.level}`, unknownThreat)] : []),
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
    readText(session.regionName) ?? readText(session.countryName) ?? countryLabel(readText(session.countryCode) ?? "an unknown place"),
    40,
  );

type Journey = { readonly from: SessionFacts; readonly to: SessionFacts; readonly way: number; readonly took: number };

/** Journeys from one session to the next that nobody makes, the fastest first. */
function journeysOf(sessions: readonly SessionFacts[]): Journey[] {
  // one of which nobody knows where it was does not part the two around it
  const placed = sessions.filter((session) => placeOf(session) !== undefined && readTime(session.startedAt) !== undefined);
  return placed
    .slice(1)
    .flatMap((to, index) => {
      const from = placed[index];
      const [start, end] = [from && placeOf(from), placeOf(to)];
      const [left, came] = [readTime(from?.startedAt), readTime(to.startedAt)];
      if (!from || !start || !end || left === undefined || came === undefined) return [];
      const [way, took] = [distance(start, end), came - left];
      return way < shortest || way <= fastest * (took / hour) ? [] : [{ from, to, way, took }];
    })
    .toSorted((one, other) => other.way * one.took - one.way * other.took);
}

function travelSignals(sessions: readonly SessionFacts[]): Signal[] {
  const [worst, ...others] = journeysOf(sessions);
  if (!worst) return [];
  const { from, to, way, took } = worst;
  const span = `${(Math.round(way / 10) * 10).toLocaleString("en")} km in ${formatDuration(took)}`;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  const isHidden = [from, to].some(({ isTor, isVpn, isProxy }) => isTor === true || isVpn === true || isProxy === true);
  return [
    signal(
      "impossible-travel",
      to,
      "red",
      `${placeName(from)}, then ${placeName(to)}: ${span}${more}`,
      isHidden
        ? "Nobody travels that fast. One of the two came through an address that hides where the user is."
        : "Nobody travels that fast: two people, or an address that hides where the user is.",
    ),
  ];
}

const differ = (one: string, other: string) => compareCountries(one, other).agreement === "different";

const travelers = "People travel and move; it weighs with other signals.";

function countrySignals(sessions: readonly SessionFacts[], documentCountry: string | undefined): Signal[] {
  const torn = sessions.flatMap((session) => {
    const [gps, ip] = [readText(session.gpsCountryCode), readText(session.countryCode)];
    if (gps === undefined || ip === undefined || !differ(gps, ip)) return [];
    const label = `GPS in ${countryLabel(gps)}, IP address in ${countryLabel(ip)}`;
    return [
      signal("gps-against-ip", session, "orange", label, "The address may hide where the user really is, or the position is made up."),
    ];
  });
  return [
    ...torn,
    ...elsewhere("gps-against-document", "GPS", "gpsCountryCode", sessions, documentCountry),
    ...elsewhere("ip-against-document", "IP address", "countryCode", sessions, documentCountry),
  ];
}

/** Every country but the document's in which the sessions were, as one signal. */
function elsewhere(
  name: SignalName,
  what: string,
  attribute: "gpsCountryCode" | "countryCode",
  sessions: readonly SessionFacts[],
  documentCountry: string | undefined,
): Signal[] {
  if (documentCountry === undefined) return [];
  const away = sessions.filter((session) => differ(readText(session[attribute]) ?? documentCountry, documentCountry));
  const [first] = away;
  if (!first) return [];
  const countries = [...new Set(away.map((session) => countryLabel(session[attribute] ?? "")))];
  return [signal(name, first, "amber", `${what} in ${joinWords(countries)}, document of ${countryLabel(documentCountry)}`, travelers)];
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
