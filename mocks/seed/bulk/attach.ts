import type { Selfie } from "@/api/generated/persona/types.gen";
import type { Key, TableSource } from "../../world/core/lazy-rows";
import { accountOfReference, bulkAccount } from "./accounts";
import { attemptsPerInquiry } from "./attempts";
import { type Bulk, inquiriesOf, reportOf } from "./bulk";
import { bulkEvents } from "./events";
import { below, deriveHidden } from "./hidden";
import { bulkInquiry } from "./inquiries";
import { BulkInquiryHead } from "./inquiry-head";
import { accountCount, blockSize, courseOf, reportsPerBlock } from "./plan";
import { bulkDevice, bulkNetwork, bulkSession, bulkWorkflowRun } from "./sessions";
import { bulkDocument, bulkReport, bulkSelfie, bulkVerification, type Placed, placed } from "./verifications";

/** Puts a bulk under the world's tables. Nothing is made until somebody looks, so the size of the bulk costs nothing here. */
export function attachBulk(bulk: Bulk): void {
  const { plan, world } = bulk;
  const { tables } = world;
  const listed = <Row>(prefix: string, count: number, at: (number: number) => Row) => ({
    count,
    at,
    head: at,
    indexOf: (id: string) => below(count, plan.ids.numberOf(prefix, id)),
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
  const perInquiry = <Row>(make: (of: Bulk, number: number) => Row) => {
    return (number: number) => (number < plan.count ? make(bulk, number) : undefined);
  };
  const perAttempt = <Row>(make: (of: Bulk, attempt: Placed) => Row) => {
    return (number: number) => {
      const attempt = placed(bulk, number);
      return attempt === undefined ? undefined : make(bulk, attempt);
    };
  };

  const accounts = listed("act_", accountCount(plan), (account) => bulkAccount(bulk, account));
  const accountsWith = (key: Key) =>
    "accountIds" in key
      ? key.accountIds.flatMap((id) => accounts.indexOf(id) ?? [])
      : key.referenceIds.flatMap((referenceId) => accountOfReference(plan, referenceId) ?? []);
  const inquiriesWith = (key: Key) => accountsWith(key).flatMap(inquiriesOf);

  tables.inquiries.attach({
    ...listed("inq_", plan.count, (number) => bulkInquiry(bulk, number)),
    select: inquiriesWith,
    head: (number) => new BulkInquiryHead(bulk, number),
    createdAt: (number) => courseOf(plan, number).createdAt,
  });
  tables.accounts.attach({ ...accounts, select: accountsWith });
  tables.inquirySessions.attach(listed("iqse_", plan.count, (number) => bulkSession(bulk, number)));
  tables.reports.attach({
    ...listed("rep_", (plan.count / blockSize) * reportsPerBlock, (report) => bulkReport(bulk, report)),
    select: (key) => inquiriesWith(key).flatMap((number) => reportOf(number) ?? []),
  });
  tables.events.attach(bulkEvents(bulk));
  tables.verifications.attach(pointedAt("ver_", perAttempt(bulkVerification)));
  tables.documents.attach(pointedAt("doc_", perAttempt(bulkDocument)));
  tables.selfies.attach(pointedAt("self_", perInquiry(selfieOf)));
  tables.devices.attach(pointedAt("dev_", perInquiry(bulkDevice)));
  tables.networks.attach(pointedAt("net_", perInquiry(bulkNetwork)));
  tables.workflowRuns.attach(pointedAt("wfr_", perInquiry(bulkWorkflowRun)));
  deriveHidden(bulk);
}

function selfieOf(bulk: Bulk, number: number): Selfie | undefined {
  const course = courseOf(bulk.plan, number);
  return course.secondPassed ? bulkSelfie(bulk, course) : undefined;
}

function existing<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new RangeError("No such row in the bulk");
  return row;
}
