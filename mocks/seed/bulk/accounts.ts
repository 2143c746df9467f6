import type { Account, AccountAttributes, AccountRelationships, Fields } from "@/api/generated/persona/types.gen";
import { blankAccountFields, withAccountValues } from "../../world/account-fields";
import { iso } from "../../world/time";
import { birthdateOf } from "../printed";
import { type Bulk, contextOfAccount, oldestInquiryOf } from "./bulk";
import { lazyRelatedRow } from "./lazy-row";
import { type BulkPlan, courseOf } from "./plan";

/** Eight hex digits: those of the hand-written people have six characters, so none is met twice. */
export function referenceIdOfBulk(plan: BulkPlan, account: number): string {
  const scattered = (Math.imul(account ^ plan.salt, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  return `usr_${scattered}`;
}

/** The account of a number. */
export function bulkAccount(bulk: Bulk, account: number): Account {
  return lazyRelatedRow<Account, Of>("account", bulk.plan.ids.of("act_", account), { bulk, account }, attributesOf, relationshipsOf);
}

interface Of {
  bulk: Bulk;
  account: number;
}

function attributesOf(of: Of): AccountAttributes {
  const { plan } = of.bulk;
  const { createdAt, completedAt, status } = courseOf(plan, oldestInquiryOf(of.account));
  let fields: Fields | undefined;
  return {
    referenceId: referenceIdOfBulk(plan, of.account),
    accountTypeName: "User",
    accountStatus: status === "approved" ? "Verified" : "Default",
    createdAt: iso(createdAt),
    updatedAt: iso(completedAt ?? createdAt),
    redactedAt: null,
    tags: [],
    get fields() {
      return (fields ??= completedAt === undefined ? blankAccountFields() : fieldsOf(of));
    },
  };
}

const relationshipsOf = ({ bulk }: Of): AccountRelationships => ({
  accountType: { data: { type: "account-type", id: bulk.accountTypeId } },
});

function fieldsOf({ bulk, account }: Of): Fields {
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
