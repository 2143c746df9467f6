import {
  accountGaps,
  documentGaps,
  eventGaps,
  inquiryGaps,
  inquirySessionGaps,
  inquiryTemplateGaps,
  inquiryTemplateVersionGaps,
  reportGaps,
  selfieGaps,
  userGaps,
  verificationCheckGaps,
  verificationGaps,
} from "./generated/persona/gaps.gen";
import type {
  Account,
  Document,
  Event,
  Inquiry,
  InquirySession,
  InquiryTemplate,
  InquiryTemplateVersion,
  Report,
  Selfie,
  User,
  Verification,
} from "./generated/persona/types.gen";
import { type Flat, filled, flat, isIdentifier } from "./json-api";
import { snakeCase } from "@/lib/snake-case";

export type { DeskEnvironment, DeskRole, DeskSession } from "./generated/desk/types.gen";
export type { File as FileModel, ResourceIdentifier, VerificationCheck } from "./generated/persona/types.gen";

// The resources as the application handles them: `{ id, type, ...attributes, links }`. Each function
// takes a resource of an answer and gives its model with the gaps filled; none of them throws.

/** Its status as the contract spells it, where it came in other letters: everything judges by that. */
function spelled<M extends { status: string }>(model: M): M {
  const { status } = model;
  const word = /^[a-z][a-z _-]{1,40}$/i.test(status) ? snakeCase(status) : status;
  return { ...model, status: word === "marked_for_review" ? "needs_review" : word };
}

export type AccountModel = Flat<Account, typeof accountGaps>;
export const accountModel = (resource: Account): AccountModel => flat(resource, accountGaps);

/** Told apart by `type`: narrow with `isType(document, "document/government-id")`. */
export type DocumentModel = Flat<Document, typeof documentGaps>;
export const documentModel = (resource: Document): DocumentModel => spelled(flat(resource, documentGaps));

export type EventModel = Flat<Event, typeof eventGaps>;
export function eventModel(resource: Event): EventModel {
  const event = flat(resource, eventGaps);
  // Not only the payload may be missing but what is in it as well.
  return isIdentifier(event.payload.data) ? event : { ...event, payload: eventGaps.attributes.payload };
}

export type InquiryModel = Flat<Inquiry, typeof inquiryGaps>;
export const inquiryModel = (resource: Inquiry): InquiryModel => spelled(flat(resource, inquiryGaps));

export type InquirySessionModel = Flat<InquirySession, typeof inquirySessionGaps>;
export const inquirySessionModel = (resource: InquirySession): InquirySessionModel => spelled(flat(resource, inquirySessionGaps));

export type InquiryTemplateModel = Flat<InquiryTemplate, typeof inquiryTemplateGaps>;
export const inquiryTemplateModel = (resource: InquiryTemplate): InquiryTemplateModel => spelled(flat(resource, inquiryTemplateGaps));

export type InquiryTemplateVersionModel = Flat<InquiryTemplateVersion, typeof inquiryTemplateVersionGaps>;
export const inquiryTemplateVersionModel = (resource: InquiryTemplateVersion): InquiryTemplateVersionModel =>
  spelled(flat(resource, inquiryTemplateVersionGaps));

/** Told apart by `type`: narrow with `isType(report, "report/watchlist")`. */
export type ReportModel = Flat<Report, typeof reportGaps>;
export const reportModel = (resource: Report): ReportModel => spelled(flat(resource, reportGaps));

export type SelfieModel = Flat<Selfie, typeof selfieGaps>;
export const selfieModel = (resource: Selfie): SelfieModel => spelled(flat(resource, selfieGaps));

export type UserModel = Flat<User, typeof userGaps>;
export const userModel = (resource: User): UserModel => flat(resource, userGaps);

/** Told apart by `type`: narrow with `isType(verification, "verification/selfie")`. */
export type VerificationModel = Flat<Verification, typeof verificationGaps>;
export function verificationModel(resource: Verification): VerificationModel {
  const verification = spelled(flat(resource, verificationGaps));
  return { ...verification, checks: verification.checks.map((check) => spelled(filled(check, verificationCheckGaps))) };
}
