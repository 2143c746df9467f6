import type { Account, Fields } from "@/api/generated/persona/types.gen";
import { blankAccountFields, withAccountValues } from "../../world/account-fields";
import { iso } from "../../world/time";
import { birthdateOf } from "../printed";
import { hash32 } from "../random";
import { type Bulk, contextOfAccount, oldestInquiryOf } from "./bulk";
import { lazyRow } from "./lazy-row";
import { type BulkPlan, courseOf } from "./plan";

/** Eight hex digits: those of the hand-written people have six characters, so none is met twice. */
export function referenceIdOfBulk(plan: BulkPlan, account: number): string {
  const scattered = (Math.imul(account ^ hash32(plan.seed), 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  return `usr_${scattered}`;
}

/** The account of a number. */
export function bulkAccount(bulk: Bulk, account: number): Account {
  const { plan } = bulk;
  return lazyRow<Account>(
    "account",
    plan.ids.of("act_", account),
    () => {
      const course = courseOf(plan, oldestInquiryOf(account));
      const createdAt = iso(course.createdAt);
      const completed = course.completedAt !== undefined;
      let fields: Fields | undefined;
      return {
        referenceId: referenceIdOfBulk(plan, account),
        accountTypeName: "User",
        accountStatus: completed && course.status === "approved" ? "Verified" : "Default",
        createdAt,
        updatedAt: course.completedAt === undefined ? createdAt : iso(course.completedAt),
        redactedAt: null,
        tags: [],
        get fields() {
          return (fields ??= completed ? fieldsOf(bulk, account) : blankAccountFields());
        },
      };
    },
    () => ({ accountType: { data: { type: "account-type", id: bulk.accountTypeId } } }),
  );
}

function fieldsOf(bulk: Bulk, account: number): Fields {
  const { printed, person } = contextOfAccount(bulk, account);
  return withAccountValues(blankAccountFields(), {
    nameFirst: printed.first,
    nameLast: printed.last,
    birthdate: birthdateOf(printed, bulk.plan.today),
    emailAddress: `${person}@example.com`,
    addressStreet1: printed.street,
    addressCity: printed.city,
    addressPostalCode: printed.postalCode,
  });
}
