import type { Device, InquirySession, Network, WorkflowRun } from "@/api/generated/persona/types.gen";
import { networkTraits } from "../../world/session/devices";
import { unopenedSession } from "../../world/session/sessions";
import { day, iso } from "../../world/core/time";
import { workflowRun } from "../../world/inquiry/workflow-runs";
import { hash32 } from "../random";
import { riskRules } from "../staff";
import * as visits from "../visits";
import type { Bulk } from "./bulk";
import { lazyRow } from "./lazy-row";
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
  return lazyRow<InquirySession, Course>(
    "inquiry-session",
    plan.ids.of("iqse_", number),
    courseOf(plan, number),
    ({ openedAt, createdAt }) => {
      return {
        ...unopenedSession,
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
  return {
    type: "device",
    id: plan.ids.of("dev_", number),
    attributes: { deviceVendorId: null, deviceFingerprint: fingerprint("device"), browserFingerprint: fingerprint("browser") },
  };
}

export function bulkNetwork({ plan }: Bulk, number: number): Network {
  const createdAt = iso(courseOf(plan, number).openedAt ?? 0);
  return { type: "network", id: plan.ids.of("net_", number), attributes: { createdAt, ...networkTraits(visitOf(number)) } };
}

/** The run that decided an inquiry. */
export function bulkWorkflowRun({ plan }: Bulk, number: number): WorkflowRun {
  return workflowRun(plan.ids.of("wfr_", number), courseOf(plan, number).decisionedAt ?? 0, riskRules);
}
