import type { Account, AccountAttributes, AccountRelationships, Fields } from "@/api/generated/persona/types.gen";
import { blankAccountFields, hashField } from "../../world/account/account-fields";
import { iso } from "../../world/core/time";
import { birthdateOf } from "../printed";
import { gather, scatter } from "../random";
import { type Bulk, contextOfAccount, oldestInquiryOf } from "./bulk";
import { lazyRow } from "./lazy-row";
import { accountCount, type BulkPlan, courseOf } from "./plan";

/** Eight hex digits: those of the hand-written people have six characters, so none is met twice. */
export function referenceIdOfBulk(plan: BulkPlan, account: number): string {
  return `usr_${scatter(account ^ plan.salt)
    .toString(16)
    .padStart(8, "0")}`;
}

/** The account behind a reference ID, letter case aside; undefined when it is nobody's of the bulk. */
export function accountOfReference(plan: BulkPlan, referenceId: string): number | undefined {
  const [, scattered] = /^usr_([\da-f]{8})$/i.exec(referenceId) ?? [];
  if (scattered === undefined) return undefined;
  const account = (gather(Number.parseInt(scattered, 16)) ^ plan.salt) >>> 0;
  return account < accountCount(plan) ? account : undefined;
}

/** The account of a number. */
export function bulkAccount(bulk: Bulk, account: number): Account {
  return lazyRow<Account, Of>("account", bulk.plan.ids.of("act_", account), { bulk, account }, attributesOf, relationshipsOf);
}

type Of = {
  bulk: Bulk;
  account: number;
};

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
  return {
    ...blankAccountFields(),
    name: hashField({ first: printed.first, middle: null, last: printed.last }),
    address: hashField({
      street_1: printed.street,
      street_2: null,
      city: printed.city,
      subdivision: null,
      postal_code: printed.postalCode,
      country_code: null,
    }),
    birthdate: { type: "date", value: birthdateOf(printed, bulk.plan.today) },
    email_address: { type: "string", value: `${person}@example.com` },
  };
}
