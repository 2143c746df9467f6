import { auditRoutes } from "./audit-routes";
import { batchRoutes } from "./batches/batch-routes";
import { claimRoutes } from "./claim-routes";
import { creationRoutes } from "./creation-routes";
import { deviceRoutes } from "./device-routes";
import { decisionRoutes } from "./decisions/decision-routes";
import type { DeskRoute } from "./desk-route";
import { restorationRoutes } from "./restoration-routes";
import { inquiryIndexRoutes } from "./inquiry-index/inquiry-index-routes";
import { linkRoutes } from "./link-routes";
import { partnerTokenRoutes } from "./partner-token-routes";
import { personSessionRoutes } from "./person-session-routes";
import { postponementRoutes } from "./postponement-routes";
import { reviewQueueRoutes } from "./review-queue-routes";
import { secondLookRoutes } from "./second-look-routes";
import { savedViewRoutes } from "./saved-view-routes";
import { sessionRoutes } from "./session-routes";
import { settingRoutes } from "./setting-routes";

/** Every operation of the desk's contract but the session itself and the event stream, which need what only `desk-answers.ts` and `simulator.ts` have. */
export const deskRoutes: readonly DeskRoute[] = [
  ...sessionRoutes,
  ...personSessionRoutes,
  ...auditRoutes,
  ...claimRoutes,
  ...decisionRoutes,
  ...batchRoutes,
  ...restorationRoutes,
  ...creationRoutes,
  ...linkRoutes,
  ...deviceRoutes,
  ...inquiryIndexRoutes,
  ...reviewQueueRoutes,
  ...postponementRoutes,
  ...secondLookRoutes,
  ...settingRoutes,
  ...savedViewRoutes,
  ...partnerTokenRoutes,
];
