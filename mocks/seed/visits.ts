import type { InquirySessionAttributes } from "@/api/generated/persona/types.gen";
import type { EndUserDevice } from "../world/session/devices";

/** From what somebody opens a link. The key is that of one physical device: two visits with the same key share it. */
export type DeviceModel = {
  key: string;
  attributes: Pick<
    InquirySessionAttributes,
    | "userAgent"
    | "osName"
    | "osFullVersion"
    | "deviceType"
    | "deviceName"
    | "browserName"
    | "browserFullVersion"
    | "mobileSdkName"
    | "mobileSdkFullVersion"
  >;
};

export type Place = {
  attributes: Pick<
    InquirySessionAttributes,
    | "ipAddress"
    | "countryCode"
    | "countryName"
    | "regionCode"
    | "regionName"
    | "latitude"
    | "longitude"
    | "ipIsp"
    | "networkOrganization"
    | "ipConnectionType"
  >;
};

/** What else is known of one visit: proxies, threat level, position, how it got there. */
export type Circumstances = Partial<
  Pick<
    InquirySessionAttributes,
    | "isProxy"
    | "isTor"
    | "isDatacenter"
    | "isVpn"
    | "threatLevel"
    | "gpsLatitude"
    | "gpsLongitude"
    | "gpsPrecision"
    | "gpsCountryCode"
    | "deviceHandoffMethod"
    | "ipConnectionType"
    | "ipIsp"
    | "networkOrganization"
  >
>;

/** One opening: device, place, circumstances. */
export type Visit = EndUserDevice;

const calm = { isProxy: false, isTor: false, isDatacenter: false, isVpn: false, threatLevel: "low" } as const satisfies Circumstances;

/** Somebody on a device in a place. `owner` tells one person's iPhone from another's. */
export function visit(owner: string, device: DeviceModel, place: Place, circumstances: Circumstances = {}): Visit {
  return { key: `${owner}/${device.key}`, session: { ...device.attributes, ...place.attributes, ...calm, ...circumstances } };
}

type Model = {
  userAgent: string;
  os: [name: string, version: string];
  type: "smartphone" | "tablet" | "desktop";
  name: string | null;
  browser: [name: string, version: string] | null;
  sdk?: [name: string, version: string];
};

const model = (key: string, { userAgent, os, type, name, browser, sdk }: Model): DeviceModel => ({
  key,
  attributes: {
    userAgent,
    osName: os[0],
    osFullVersion: os[1],
    deviceType: type,
    deviceName: name,
    browserName: browser?.[0] ?? null,
    browserFullVersion: browser?.[1] ?? null,
    mobileSdkName: sdk?.[0] ?? null,
    mobileSdkFullVersion: sdk?.[1] ?? null,
  },
});

export const iphone = model("iphone", {
  userAgent:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  os: ["iOS", "18.6"],
  type: "smartphone",
  name: "iPhone",
  browser: ["Mobile Safari", "18.6"],
});
export const pixel = model("pixel", {
  userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  os: ["Android", "15"],
  type: "smartphone",
  name: "Google Pixel 9",
  browser: ["Chrome Mobile", "141.0.0.0"],
});
export const galaxy = model("galaxy", {
  userAgent:
    "Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
  os: ["Android", "13"],
  type: "smartphone",
  name: "Samsung Galaxy A53",
  browser: ["Samsung Browser", "27.0"],
});
export const oldAndroid = model("old-android", {
  userAgent: "Mozilla/5.0 (Linux; Android 7.1.1; Moto E4) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/89.0.4389.105 Mobile Safari/537.36",
  os: ["Android", "7.1.1"],
  type: "smartphone",
  name: "Motorola Moto E4",
  browser: ["Chrome Mobile", "89.0.4389.105"],
});
export const ipad = model("ipad", {
  userAgent:
    "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  os: ["iPadOS", "18.5"],
  type: "tablet",
  name: "iPad",
  browser: ["Mobile Safari", "18.5"],
});
export const windows = model("windows", {
  userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  os: ["Windows", "11"],
  type: "desktop",
  name: null,
  browser: ["Chrome", "141.0.0.0"],
});
export const macbook = model("macbook", {
  userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
  os: ["macOS", "15.6"],
  type: "desktop",
  name: "Mac",
  browser: ["Safari", "18.6"],
});
export const linux = model("linux", {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  os: ["Linux", "6.12"],
  type: "desktop",
  name: null,
  browser: ["Firefox", "140.0"],
});
export const iosApp = model("ios-app", {
  userAgent: "HollisGrey/5.12 CFNetwork/1568 Darwin/24.6.0",
  os: ["iOS", "18.6"],
  type: "smartphone",
  name: "iPhone 15",
  browser: null,
  sdk: ["persona-ios", "2.32.1"],
});
export const androidApp = model("android-app", {
  userAgent: "HollisGrey/5.11 (Android 14; Xiaomi 13T)",
  os: ["Android", "14"],
  type: "smartphone",
  name: "Xiaomi 13T",
  browser: null,
  sdk: ["persona-android", "2.21.0"],
});
export const headless = model("headless", {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36",
  os: ["Linux", "5.15"],
  type: "desktop",
  name: null,
  browser: ["Headless Chrome", "138.0.0.0"],
});

type Row = [
  country: string,
  countryName: string,
  region: string,
  regionName: string,
  latitude: number,
  longitude: number,
  isp: string,
  ip: string,
];

const place = ([countryCode, countryName, regionCode, regionName, latitude, longitude, ipIsp, ipAddress]: Row): Place => ({
  attributes: {
    ipAddress,
    countryCode,
    countryName,
    regionCode,
    regionName,
    latitude,
    longitude,
    ipIsp,
    networkOrganization: ipIsp,
    ipConnectionType: "residential",
  },
});

// All addresses are of the ranges set aside for documentation (RFC 5737 and RFC 3849).
export const lyon = place(["FR", "France", "ARA", "Auvergne-Rhône-Alpes", 45.75, 4.85, "Orange", "192.0.2.14"]);
export const paris = place(["FR", "France", "IDF", "Île-de-France", 48.86, 2.35, "Free SAS", "192.0.2.15"]);
export const berlin = place(["DE", "Germany", "BE", "Berlin", 52.52, 13.4, "Deutsche Telekom", "192.0.2.31"]);
export const munich = place(["DE", "Germany", "BY", "Bavaria", 48.14, 11.58, "Vodafone Kabel", "192.0.2.32"]);
export const madrid = place(["ES", "Spain", "MD", "Madrid", 40.42, -3.7, "Telefónica", "192.0.2.47"]);
export const lisbon = place(["PT", "Portugal", "11", "Lisboa", 38.72, -9.14, "NOS", "192.0.2.52"]);
export const milan = place(["IT", "Italy", "25", "Lombardy", 45.46, 9.19, "TIM", "192.0.2.61"]);
export const athens = place(["GR", "Greece", "I", "Attica", 37.98, 23.73, "OTE", "192.0.2.73"]);
export const warsaw = place(["PL", "Poland", "14", "Masovia", 52.23, 21.01, "Orange Polska", "192.0.2.84"]);
export const stockholm = place(["SE", "Sweden", "AB", "Stockholm", 59.33, 18.07, "Telia", "192.0.2.95"]);
export const dublin = place(["IE", "Ireland", "L", "Leinster", 53.35, -6.26, "Eir", "192.0.2.103"]);
export const london = place(["GB", "United Kingdom", "ENG", "England", 51.51, -0.13, "BT", "192.0.2.118"]);
export const kyiv = place(["UA", "Ukraine", "30", "Kyiv", 50.45, 30.52, "Kyivstar", "192.0.2.126"]);
export const istanbul = place(["TR", "Türkiye", "34", "Istanbul", 41.01, 28.98, "Turk Telekom", "192.0.2.140"]);
export const cairo = place(["EG", "Egypt", "C", "Cairo", 30.04, 31.24, "TE Data", "192.0.2.151"]);
export const dubai = place(["AE", "United Arab Emirates", "DU", "Dubai", 25.2, 55.27, "Etisalat", "192.0.2.163"]);
export const telAviv = place(["IL", "Israel", "TA", "Tel Aviv", 32.08, 34.78, "Bezeq", "192.0.2.177"]);
export const lagos = place(["NG", "Nigeria", "LA", "Lagos", 6.52, 3.38, "MTN", "192.0.2.188"]);
export const nairobi = place(["KE", "Kenya", "30", "Nairobi", -1.29, 36.82, "Safaricom", "192.0.2.199"]);
export const mumbai = place(["IN", "India", "MH", "Maharashtra", 19.08, 72.88, "Jio", "198.51.100.8"]);
export const bangkok = place(["TH", "Thailand", "10", "Bangkok", 13.76, 100.5, "True Internet", "198.51.100.19"]);
export const hanoi = place(["VN", "Vietnam", "HN", "Hanoi", 21.03, 105.85, "VNPT", "198.51.100.27"]);
export const shanghai = place(["CN", "China", "SH", "Shanghai", 31.23, 121.47, "China Telecom", "198.51.100.36"]);
export const tokyo = place(["JP", "Japan", "13", "Tokyo", 35.68, 139.69, "NTT", "2001:db8:81::4a"]);
export const seoul = place(["KR", "South Korea", "11", "Seoul", 37.57, 126.98, "KT", "198.51.100.58"]);
export const saoPaulo = place(["BR", "Brazil", "SP", "São Paulo", -23.55, -46.63, "Vivo", "198.51.100.69"]);
export const mexicoCity = place(["MX", "Mexico", "CMX", "Mexico City", 19.43, -99.13, "Telmex", "198.51.100.77"]);
export const newYork = place(["US", "United States", "NY", "New York", 40.71, -74.01, "Verizon", "203.0.113.12"]);
export const austin = place(["US", "United States", "TX", "Texas", 30.27, -97.74, "AT&T", "203.0.113.25"]);
export const seattle = place(["US", "United States", "WA", "Washington", 47.61, -122.33, "Comcast", "203.0.113.37"]);
export const toronto = place(["CA", "Canada", "ON", "Ontario", 43.65, -79.38, "Rogers", "203.0.113.58"]);
export const hetzner = place(["DE", "Germany", "SN", "Saxony", 50.48, 12.37, "Cloud hosting", "203.0.113.200"]);

/** Circumstances worth a second look. */
export const throughVpn: Circumstances = {
  isVpn: true,
  isProxy: true,
  threatLevel: "medium",
  networkOrganization: "Tunnel Nine VPN",
  ipConnectionType: "corporate",
};
export const throughTor: Circumstances = {
  isTor: true,
  isProxy: true,
  threatLevel: "high",
  networkOrganization: "Tor exit",
  ipConnectionType: "datacenter",
};
export const fromDatacenter: Circumstances = { isDatacenter: true, threatLevel: "high", ipConnectionType: "datacenter" };
export const onMobileData: Circumstances = { ipConnectionType: "mobile" };
