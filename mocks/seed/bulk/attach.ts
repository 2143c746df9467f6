import type { TableSource } from "../../world/table";
import { day } from "../../world/time";
import { bulkAccount } from "./accounts";
import { attemptsPerInquiry } from "./attempts";
import type { Bulk } from "./bulk";
import { bulkEvents } from "./events";
import { bulkInquiry } from "./inquiries";
import { accountsPerBlock, blockSize, courseOf, reportsPerBlock } from "./plan";
import { bulkDevice, bulkNetwork, bulkSession, bulkWorkflowRun } from "./sessions";
import { bulkDocument, bulkReport, bulkSelfie, bulkVerification, placed } from "./verifications";

/** Puts a bulk under the world's tables. Nothing is made until somebody looks, so the size of the bulk costs nothing here. */
export function attachBulk(bulk: Bulk): void {
  const { plan, world } = bulk;
  const { tables } = world;
  const blocks = plan.count / blockSize;
  const listed = <Row>(prefix: string, count: number, at: (number: number) => Row): TableSource<Row> => ({
    count,
    at,
    indexOf: (id) => below(count, plan.ids.numberOf(prefix, id)),
  });
  // Found by id only: nothing lists these, the objects they belong to point at them.
  const pointedAt = <Row>(prefix: string, at: (number: number) => Row | undefined): TableSource<Row> => ({
    count: 0,
    at: (number) => existing(at(number)),
    indexOf: (id) => {
      const number = below(plan.count * attemptsPerInquiry, plan.ids.numberOf(prefix, id));
      return number === undefined || at(number) === undefined ? undefined : number;
    },
  });
  const perInquiry =
    <Row>(make: (number: number) => Row) =>
    (number: number) =>
      number < plan.count ? make(number) : undefined;

  tables.inquiries.attach(listed("inq_", plan.count, (number) => bulkInquiry(bulk, number)));
  tables.accounts.attach(listed("act_", blocks * accountsPerBlock, (account) => bulkAccount(bulk, account)));
  tables.inquirySessions.attach(listed("iqse_", plan.count, (number) => bulkSession(bulk, number)));
  tables.reports.attach(listed("rep_", blocks * reportsPerBlock, (report) => bulkReport(bulk, report)));
  tables.events.attach(bulkEvents(bulk));
  tables.verifications.attach(pointedAt("ver_", (number) => made(number, bulkVerification)));
  tables.documents.attach(pointedAt("doc_", (number) => made(number, bulkDocument)));
  tables.selfies.attach(
    pointedAt(
      "self_",
      perInquiry((number) => selfieOf(number)),
    ),
  );
  tables.devices.attach(
    pointedAt(
      "dev_",
      perInquiry((number) => bulkDevice(bulk, number)),
    ),
  );
  tables.networks.attach(
    pointedAt(
      "net_",
      perInquiry((number) => bulkNetwork(bulk, number)),
    ),
  );
  tables.workflowRuns.attach(
    pointedAt(
      "wfr_",
      perInquiry((number) => bulkWorkflowRun(bulk, number)),
    ),
  );
  deriveHidden(bulk);

  function made<Row>(number: number, make: (bulk: Bulk, attempt: NonNullable<ReturnType<typeof placed>>) => Row): Row | undefined {
    const attempt = placed(bulk, number);
    return attempt === undefined ? undefined : make(bulk, attempt);
  }

  function selfieOf(number: number) {
    const course = courseOf(plan, number);
    return course.secondPassed ? bulkSelfie(bulk, course) : undefined;
  }
}

/** What the API hides about the rows of the bulk, likewise made when it is needed. */
function deriveHidden(bulk: Bulk): void {
  const { plan, world, templates } = bulk;
  const { hidden } = world;
  const numberOf = (prefix: string, id: string) => plan.ids.numberOf(prefix, id);
  hidden.inquiries.derive((id) => {
    const number = below(plan.count, numberOf("inq_", id));
    if (number === undefined) return undefined;
    const { windows } = hidden.templates.need(templates[courseOf(plan, number).template]);
    return { windows, createdVia: "api", redirectUri: null, reportPlans: {}, redacting: false };
  });
  hidden.accounts.derive((id) =>
    numberOf("act_", id) === undefined ? undefined : { accountTypeId: bulk.accountTypeId, consolidatedInto: undefined, redacting: false },
  );
  hidden.sessions.derive((id) => {
    const number = below(plan.count, numberOf("iqse_", id));
    if (number === undefined) return undefined;
    return { expiresAt: courseOf(plan, number).createdAt + day, token: undefined, oneTimeLinkCode: undefined, deviceKey: `bulk-${number}` };
  });
  hidden.verifications.derive((id) => {
    const number = numberOf("ver_", id);
    const attempt = number === undefined ? undefined : placed(bulk, number);
    if (attempt === undefined) return undefined;
    const { made, course } = attempt;
    const isSelfie = made.attempt.kind === "selfie";
    return {
      stepName: made.stepName,
      attempt: made.count,
      sessionId: plan.ids.of("iqse_", course.number),
      documentId: isSelfie ? undefined : plan.ids.of("doc_", attempt.number),
      selfieId: isSelfie ? plan.ids.of("self_", course.number) : undefined,
      locked: false,
    };
  });
  hidden.reports.derive((id) =>
    numberOf("rep_", id) === undefined
      ? undefined
      : { plan: { status: "ready", hasMatch: false }, history: [], paused: false, running: false },
  );
}

const below = (limit: number, number: number | undefined) => (number === undefined || number >= limit ? undefined : number);

function existing<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new RangeError("No such row in the bulk");
  return row;
}
