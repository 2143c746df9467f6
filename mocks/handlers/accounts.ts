import * as z from "zod/mini";
import type {
  ConsolidateIntoAnAccountData,
  ConsolidateIntoAnAccountResponses,
  CreateAnAccountData,
  CreateAnAccountResponses,
  RedactAnAccountData,
  RedactAnAccountResponses,
  RetrieveAnAccountData,
  RetrieveAnAccountResponses,
  UpdateAnAccountData,
  UpdateAnAccountResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { createAccount, updateAccount } from "../world/account/accounts";
import { consolidateAccounts } from "../world/account/consolidation";
import { redactAccount } from "../world/redaction/redaction";
import { need } from "./lookup";

const withObjects = { include: true, fields: true };
const text = z.optional(z.string());

const commonAttributes = {
  accountStatus: text,
  referenceId: text,
  tags: z.nullish(z.array(z.string())),
  countryCode: text,
  socialSecurityNumber: text,
  birthdate: z.optional(z.iso.date()),
  nameFirst: text,
  nameMiddle: text,
  nameLast: text,
  phoneNumber: text,
  emailAddress: text,
  addressStreet1: text,
  addressStreet2: text,
  addressCity: text,
  addressSubdivision: text,
  addressPostalCode: text,
  fields: z.optional(z.record(z.string(), z.unknown())),
};

export const createAnAccount = defineRoute<CreateAnAccountData, CreateAnAccountResponses>({
  operation: "createAnAccount",
  method: "POST",
  path: "/accounts",
  permission: "account.write",
  status: 201,
  query: withObjects,
  body: z.strictObject({
    data: z.optional(z.strictObject({ attributes: z.optional(z.strictObject({ accountTypeId: text, ...commonAttributes })) })),
    meta: z.optional(z.strictObject({ upsertBy: z.nullish(z.string()) })),
  }),
  handle: ({ world, body, actor }) => {
    const { account, created } = createAccount(world, { attributes: body.data?.attributes, meta: body.meta }, actor);
    return { data: account, status: created ? 201 : 200 };
  },
});

export const retrieveAnAccount = defineRoute<RetrieveAnAccountData, RetrieveAnAccountResponses>({
  operation: "retrieveAnAccount",
  method: "GET",
  path: "/accounts/{accountId}",
  permission: "account.read",
  query: withObjects,
  handle: ({ world, path }) => ({ data: need(world.tables.accounts.get(path.accountId)) }),
});

export const updateAnAccount = defineRoute<UpdateAnAccountData, UpdateAnAccountResponses>({
  operation: "updateAnAccount",
  method: "PATCH",
  path: "/accounts/{accountId}",
  permission: "account.write",
  query: withObjects,
  body: z.strictObject({ data: z.optional(z.strictObject({ attributes: z.optional(z.strictObject(commonAttributes)) })) }),
  handle: ({ world, path, body, actor }) => ({
    data: updateAccount(world, { accountId: path.accountId, attributes: body.data?.attributes ?? {} }, actor),
  }),
});

export const redactAnAccount = defineRoute<RedactAnAccountData, RedactAnAccountResponses>({
  operation: "redactAnAccount",
  method: "DELETE",
  path: "/accounts/{accountId}",
  permission: "account.write",
  query: withObjects,
  handle: ({ world, path, actor }) => ({ data: redactAccount(world, path, actor) }),
});

/** 202: the sources' inquiries and reports move a little later. */
export const consolidateIntoAnAccount = defineRoute<ConsolidateIntoAnAccountData, ConsolidateIntoAnAccountResponses>({
  operation: "consolidateIntoAnAccount",
  method: "POST",
  path: "/accounts/{accountId}/consolidate",
  permission: "account.write",
  status: 202,
  query: withObjects,
  body: z.strictObject({ meta: z.strictObject({ sourceAccountIds: z.array(z.string()) }) }),
  handle: ({ world, path, body, actor }) => ({
    data: consolidateAccounts(world, { accountId: path.accountId, sourceAccountIds: body.meta.sourceAccountIds }, actor),
  }),
});
