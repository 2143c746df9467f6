import type { Device, InquirySession, InquirySessionAttributes, Network, NetworkAttributes } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import { link } from "../core/resources";
import { iso } from "../core/time";
import type { World } from "../core/world";

/** Session attributes a device brings along: user agent, system, browser, place. */
type SessionTraits = Partial<Omit<InquirySessionAttributes, "status" | "createdAt" | "startedAt" | "expiredAt">>;

/** What an end user opens a link with. */
export type EndUserDevice = {
  /** Same key, same device, however often it comes. */
  key: string;
  session?: SessionTraits;
  /** Defaults to the place and address the session tells. */
  network?: Partial<NetworkAttributes>;
};

/** A plain phone in the documentation address range (RFC 5737), for those who don't care. */
export const anyDevice: EndUserDevice = {
  key: "any-device",
  session: {
    ipAddress: "192.0.2.44",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    osName: "iOS",
    osFullVersion: "18.5",
    deviceType: "smartphone",
    deviceName: "iPhone",
    browserName: "Mobile Safari",
    browserFullVersion: "18.5",
    isProxy: false,
    isTor: false,
    isDatacenter: false,
    isVpn: false,
    threatLevel: "low",
    countryCode: "US",
    countryName: "United States",
    regionCode: "CA",
    regionName: "California",
    latitude: 37.77,
    longitude: -122.42,
    ipConnectionType: "mobile",
    ipIsp: "Example Mobile",
    networkOrganization: "Example Mobile",
  },
};

/** Opens a new session on a device: it is active from now on, and this device's for good. */
export function startSession(world: World, session: InquirySession, visitor: EndUserDevice): void {
  const traits = visitor.session ?? {};
  world.hidden.sessions.need(session.id).deviceKey = visitor.key;
  change(
    world,
    session,
    { ...traits, status: "active", startedAt: iso(world.clock.now()) },
    { device: link(deviceOf(world, visitor)), network: link(networkOf(world, visitor, traits)) },
  );
  emit(world, "inquiry-session.started", session);
}

function deviceOf(world: World, visitor: EndUserDevice): Device {
  const knownId = world.hidden.devices.get(visitor.key);
  const known = knownId === undefined ? undefined : world.tables.devices.get(knownId);
  if (known !== undefined) return known;
  // The same key gives the same fingerprints in every world of the seed.
  const random = world.random.fork(`device/${visitor.key}`);
  const hex = (length: number) => random.text(length, "0123456789abcdef");
  const device = world.tables.devices.add({
    type: "device",
    id: world.id("dev_"),
    attributes: { deviceVendorId: null, deviceFingerprint: hex(32), browserFingerprint: hex(32) },
  });
  world.hidden.devices.set(visitor.key, device.id);
  return device;
}

function networkOf(world: World, visitor: EndUserDevice, traits: SessionTraits): Network {
  const ipAddress = visitor.network?.ipAddress ?? traits.ipAddress ?? null;
  const knownId = ipAddress === null ? undefined : world.hidden.networks.get(ipAddress);
  const known = knownId === undefined ? undefined : world.tables.networks.get(knownId);
  if (known !== undefined) return known;
  const network = world.tables.networks.add({
    type: "network",
    id: world.id("net_"),
    attributes: {
      createdAt: iso(world.clock.now()),
      ...networkTraits(traits),
      ipAddress,
      ...visitor.network,
    },
  });
  if (ipAddress !== null) world.hidden.networks.set(ipAddress, network.id);
  return network;
}

/** What a session tells of the network it was opened from. */
export function networkTraits(traits: SessionTraits): Omit<NetworkAttributes, "createdAt"> {
  return {
    ipAddress: traits.ipAddress ?? null,
    serviceProvider: traits.ipIsp ?? null,
    serviceType: traits.ipConnectionType ?? null,
    proxyType: traits.isTor === true ? "tor" : traits.isVpn === true ? "vpn" : null,
    threatLevel: traits.threatLevel ?? "unknown",
    countryCode: traits.countryCode ?? null,
    countryName: traits.countryName ?? null,
    regionCode: traits.regionCode ?? null,
    regionName: traits.regionName ?? null,
    latitude: traits.latitude ?? null,
    longitude: traits.longitude ?? null,
  };
}
