import type { Event, Inquiry, Resource } from "@/api/generated/persona/types.gen";
import type { TableSource } from "../../world/core/lazy-rows";
import { day, iso, second } from "../../world/core/time";
import type { Snapshot } from "../../world/core/resources";
import { attemptsOf, attemptsPerInquiry } from "./attempts";
import { type Bulk, reportOf } from "./bulk";
import { bulkInquiry } from "./inquiries";
import { lazyRow } from "./lazy-row";
import { type BulkPlan, type Course, bulkBegins, courseOf } from "./plan";
import { bulkSession } from "./sessions";
import { bulkReport, bulkVerification } from "./verifications";

/** Persona keeps events for 30 days (Persona docs: Events). Older inquiries have none, and their own timestamps tell their story. */
const retention = 30 * day;

type Subject = Required<Snapshot>;

type Told = {
  at: number;
  name: string;
  /** The object as it was made, not as the table has it: what happens to it later is no part of the story. */
  about: Subject;
  /** What was different of it then. */
  was: object;
};

/** Room for the events of one inquiry in the numbers of all. */
const eventsPerInquiry = 64;

/** The events of the newest inquiries of the bulk, all made when somebody first asks for any. */
export function bulkEvents(bulk: Bulk): TableSource<Event> {
  const { plan } = bulk;
  let made: { rows: Event[]; places: Map<string, number> } | undefined;
  const all = () => (made ??= makeAll(bulk));
  return {
    get count() {
      return all().rows.length;
    },
    at: (index) => {
      const row = all().rows[index];
      if (row === undefined) throw new RangeError(`No event at ${index}`);
      return row;
    },
    indexOf: (id) => (plan.ids.numberOf("evt_", id) === undefined ? undefined : all().places.get(id)),
  };
}

function makeAll(bulk: Bulk): { rows: Event[]; places: Map<string, number> } {
  const { plan } = bulk;
  const oldest = plan.start - retention;
  const told: { at: number; order: number; row: Event }[] = [];
  for (let number = 0; number < lastTold(plan); number++) {
    const course = courseOf(plan, number);
    if (course.createdAt < oldest) break;
    eventsOf(bulk, course).forEach((event, index) => {
      const order = number * eventsPerInquiry + index;
      told.push({ at: event.at, order, row: eventRow(plan.ids.of("evt_", order), event) });
    });
  }
  const rows = told.toSorted((a, b) => b.at - a.at || b.order - a.order).map(({ row }) => row);
  return { rows, places: new Map(rows.map((row, index) => [row.id, index])) };
}

const lastTold = ({ count, gap }: BulkPlan) => Math.min(count, Math.ceil((retention - bulkBegins) / gap) + 1);

function eventRow(id: string, { at, name, about, was }: Told): Event {
  // Lists look at the object's id only.
  const data = lazyRow<Subject, Subject>(
    about.type,
    about.id,
    about,
    ({ attributes }) => ({ ...attributes, ...was }),
    ({ relationships }) => relationships,
  );
  // The attributes of a resource are a JSON object.
  return { type: "event", id, attributes: { name, createdAt: iso(at), payload: { data: data as Resource } } };
}

function eventsOf(bulk: Bulk, course: Course): Told[] {
  const told: Told[] = [];
  const tell = (at: number | undefined, name: string, about: Subject, was: object = {}) => {
    if (at !== undefined) told.push({ at, name, about, was });
  };
  const inquiry = bulkInquiry(bulk, course.number);
  const session = bulkSession(bulk, course.number);
  tell(course.createdAt, "inquiry.created", inquiry, { ...before, status: "created" });
  tell(course.openedAt, "inquiry-session.started", session, { status: "active", expiredAt: null });
  tell(course.startedAt, "inquiry.started", inquiry, {
    ...before,
    status: "pending",
    startedAt: course.startedAt && iso(course.startedAt),
  });
  attemptsOf(bulk.plan, course).forEach((made, index) => {
    const verification = bulkVerification(bulk, { course, made, number: course.number * attemptsPerInquiry + index });
    tell(made.createdAt, "verification.created", verification, { status: "initiated", checks: [] });
    tell(made.submittedAt, "verification.submitted", verification, { status: "submitted", checks: [] });
    tell(made.completedAt, made.passed ? "verification.passed" : "verification.failed", verification);
  });
  tell(course.completedAt, "inquiry.completed", inquiry, { status: "completed", decisionedAt: null, markedForReviewAt: null });
  const report = reportOf(course.number);
  if (report !== undefined && course.completedAt !== undefined) {
    tell(course.completedAt + 12 * second, "report/watchlist.ready", bulkReport(bulk, report));
  }
  tell(course.failedAt, "inquiry.failed", inquiry);
  tell(course.expiredAt, "inquiry.expired", inquiry);
  tell(course.markedForReviewAt, "inquiry.marked-for-review", inquiry, { status: "needs_review", decisionedAt: null });
  tell(course.decisionedAt, `inquiry.${course.status}`, inquiry);
  tell(course.createdAt + day, "inquiry-session.expired", session);
  return told;
}

const before: Partial<Inquiry["attributes"]> = {
  startedAt: null,
  completedAt: null,
  failedAt: null,
  markedForReviewAt: null,
  decisionedAt: null,
  expiredAt: null,
  reviewerComment: null,
  behaviors: {},
};
