/**
 * The parts of Persona's resources that the server reads, one schema each. They are for JSON in its normal form (normal-form.ts), keep keys
 * they do not know, and demand no more than what a reader can't do without: Persona adds attributes and values without a new version.
 */
import { z } from "zod";
import { readInquiryStatus } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
import { isStorable } from "../../http/read-json";

const told = (expected: string) => ({ error: `expected ${expected}` });

const text = z.string().refine(isStorable, told("text that can be stored"));
/** Empty says nothing, as null does. */
const textOrNone = text.transform((value) => (value.trim() === "" ? null : value)).nullish();
/** Of a year that databases and JSON write with four digits. */
const isStorableTime = (ms: number | undefined): boolean => ms !== undefined && ms >= Date.UTC(1900) && ms < Date.UTC(10_000);
const time = z.string().refine((value) => isStorableTime(readTime(value)), told("a time"));
const timeOrNone = time.nullish();

const id = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, told("an ID"));
/** `inquiry`, `verification/government-id`, and names of events: `inquiry.transitioned`. */
const name = z.string().regex(/^[A-Za-z0-9_./-]{1,120}$/, told("a name"));

/** Which resource is meant. */
const identifier = z.looseObject({ type: name, id });

/** Any resource. Some, as rate limits, have no ID. */
export const resourceSchema = identifier.extend({
  id: id.optional(),
  attributes: z.looseObject({}).nullish(),
  relationships: z.record(z.string(), z.looseObject({ data: z.array(identifier) })).optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

/** What an inquiry says of its state. An answer that was asked for with `fields` lacks what was not asked for. */
export const inquirySchema = resourceSchema.extend({
  type: z.literal("inquiry"),
  id,
  attributes: z.looseObject({
    status: text
      .refine((value) => value.trim() !== "", told("a status"))
      // as the contract spells those that we know; any other as it came
      .transform((value) => readInquiryStatus(value) ?? value)
      .optional(),
    referenceId: textOrNone,
    createdAt: timeOrNone,
    updatedAt: timeOrNone,
    startedAt: timeOrNone,
    completedAt: timeOrNone,
    failedAt: timeOrNone,
    markedForReviewAt: timeOrNone,
    decisionedAt: timeOrNone,
    expiredAt: timeOrNone,
    expiresAt: timeOrNone,
    redactedAt: timeOrNone,
    tags: z.array(text.nullable()).nullish(),
    note: textOrNone,
    previousStepName: textOrNone,
    nextStepName: textOrNone,
  }),
});
export type Inquiry = z.infer<typeof inquirySchema>;

/** What a session says of when it was opened and from where. */
export const sessionSchema = resourceSchema.extend({
  type: z.literal("inquiry-session"),
  id,
  attributes: z.looseObject({
    createdAt: timeOrNone,
    startedAt: timeOrNone,
    isDatacenter: z.boolean().nullish(),
    countryCode: textOrNone,
    gpsCountryCode: textOrNone,
    osName: textOrNone,
    deviceType: textOrNone,
    deviceName: textOrNone,
    browserName: textOrNone,
  }),
});
export type Session = z.infer<typeof sessionSchema>;

/** By what ID the company knows whom an inquiry or an account is of. */
export const referencedSchema = resourceSchema.extend({
  attributes: z.looseObject({ referenceId: textOrNone, redactedAt: timeOrNone }),
});

/** An answer: what it is about (one resource is a list of one), what came with it, or what was wrong. */
export const documentSchema = z.looseObject({
  data: z.array(resourceSchema),
  included: z.array(resourceSchema),
  errors: z.array(z.looseObject({ title: textOrNone })),
  links: z.looseObject({ next: textOrNone }).nullish(),
  meta: z.looseObject({ oneTimeLink: textOrNone, oneTimeLinkShort: textOrNone, sessionToken: textOrNone }).nullish(),
});
export type PersonaDocument = z.infer<typeof documentSchema>;

/**
 * A page of a list as it comes, with its links, which every list of Persona's has: where it can't be read in part, nothing is left out of it, and
 * where errors came with it, something may be missing.
 */
export const pageSchema = z.looseObject({
  data: z.array(z.unknown()),
  links: z.looseObject({ next: z.string().nullish() }),
  errors: z.array(z.unknown()).max(0).nullish(),
});

/** What a webhook posts: one event, whose payload is an answer's document. */
export const eventSchema = z.looseObject({
  data: z.looseObject({ id, attributes: z.looseObject({ name, createdAt: timeOrNone, payload: documentSchema.nullish() }) }),
});
export type PersonaEvent = z.infer<typeof eventSchema>;
