import type { Device, InquirySession, Network, WorkflowRun } from "@/api/generated/persona/types.gen";
import { day, iso } from "../../world/time";
import { hash32 } from "../random";
import * as visits from "../visits";
import type { Bulk } from "./bulk";
import { lazyRelatedRow, lazyRow } from "./lazy-row";
import { type Course, courseOf } from "./plan";

const models = [visits.iphone, visits.pixel, visits.galaxy, visits.windows, visits.macbook, visits.iosApp, visits.androidApp] as const;
const places = [
  visits.london,
  visits.paris,
  visits.berlin,
  visits.madrid,
  visits.newYork,
  visits.seattle,
  visits.warsaw,
  visits.lagos,
  visits.mumbai,
  visits.tokyo,
  visits.saoPaulo,
] as const;

function visitOf(number: number) {
  const chance = hash32(`visit/${number}`);
  const model = models[chance % models.length] ?? visits.iphone;
  const place = places[(chance >>> 8) % places.length] ?? visits.london;
  return visits.visit(`bulk-${number}`, model, place, chance % 31 === 0 ? visits.throughVpn : {}).session ?? {};
}

/** The one session of an inquiry; never opened when the inquiry was not. */
export function bulkSession(bulk: Bulk, number: number): InquirySession {
  const { plan } = bulk;
  return lazyRelatedRow<InquirySession, Course>(
    "inquiry-session",
    plan.ids.of("iqse_", number),
    courseOf(plan, number),
    ({ openedAt, createdAt }) => {
      return {
        ...unknown,
        ...(openedAt !== undefined && visitOf(number)),
        status: "expired",
        createdAt: iso(openedAt ?? createdAt),
        startedAt: openedAt === undefined ? null : iso(openedAt),
        expiredAt: iso(createdAt + day),
      };
    },
    ({ openedAt }) => {
      const opened = openedAt !== undefined;
      return {
        inquiry: { data: { type: "inquiry", id: plan.ids.of("inq_", number) } },
        device: { data: opened ? { type: "device", id: plan.ids.of("dev_", number) } : null },
        network: { data: opened ? { type: "network", id: plan.ids.of("net_", number) } : null },
      };
    },
  );
}

export function bulkDevice({ plan }: Bulk, number: number): Device {
  const fingerprint = (label: string) => hash32(`${label}/${plan.seed}/${number}`).toString(16).padStart(8, "0").repeat(4);
  return lazyRow<Device, number>("device", plan.ids.of("dev_", number), number, () => ({
    deviceVendorId: null,
    deviceFingerprint: fingerprint("device"),
    browserFingerprint: fingerprint("browser"),
  }));
}

export function bulkNetwork({ plan }: Bulk, number: number): Network {
  return lazyRow<Network, number>("network", plan.ids.of("net_", number), number, () => {
    const seen = visitOf(number);
    return {
      createdAt: iso(courseOf(plan, number).openedAt ?? 0),
      ipAddress: seen.ipAddress ?? null,
      serviceProvider: seen.ipIsp ?? null,
      serviceType: seen.ipConnectionType ?? null,
      proxyType: seen.isVpn === true ? "vpn" : null,
      threatLevel: seen.threatLevel ?? "unknown",
      countryCode: seen.countryCode ?? null,
      countryName: seen.countryName ?? null,
      regionCode: seen.regionCode ?? null,
      regionName: seen.regionName ?? null,
      latitude: seen.latitude ?? null,
      longitude: seen.longitude ?? null,
    };
  });
}

export function bulkWorkflowRun({ plan }: Bulk, number: number): WorkflowRun {
  const at = iso(courseOf(plan, number).decisionedAt ?? 0);
  return {
    type: "workflow-run",
    id: plan.ids.of("wfr_", number),
    attributes: { status: "completed", createdAt: at, completedAt: at },
    relationships: {
      creator: { data: null },
      workflow: { data: { type: "workflow", id: "wfl_riskRulesOfHollisGrey000" } },
      workflowVersion: { data: { type: "workflow-version", id: "wfv_riskRulesOfHollisGrey000" } },
    },
  };
}

const unknown = {
  ipAddress: null,
  userAgent: null,
  osName: null,
  osFullVersion: null,
  deviceType: null,
  deviceName: null,
  browserName: null,
  browserFullVersion: null,
  mobileSdkName: null,
  mobileSdkFullVersion: null,
  deviceHandoffMethod: null,
  isProxy: null,
  isTor: null,
  isDatacenter: null,
  isVpn: null,
  threatLevel: null,
  countryCode: null,
  countryName: null,
  regionCode: null,
  regionName: null,
  latitude: null,
  longitude: null,
  gpsLatitude: null,
  gpsLongitude: null,
  gpsPrecision: null,
  ipConnectionType: null,
  ipIsp: null,
  networkOrganization: null,
};
