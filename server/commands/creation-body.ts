import { z } from "zod";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { DeskError } from "../http/desk-error";
import { jsonOf, type PersonaAnswer } from "../persona/persona-answer";
import { readDocument } from "../persona/resources/read-document";
import { expected } from "./persona-refusal";

/** Whose inquiry: an account's, or that of somebody who has none yet. */
export type CreationOwner = { readonly accountId: string } | { readonly referenceId: string };

const windows = [
  "expirationAfterCreateIntervalSeconds",
  "expirationAfterStartIntervalSeconds",
  "expirationAfterResumeIntervalSeconds",
] as const;

/** What is wanted of the new inquiry besides its template and its person, and what way in. */
export type CreationExtras = Pick<
  CreationRequest,
  "kind" | "inquiryTemplateVersionId" | "note" | "tags" | "fields" | "redirectUri" | (typeof windows)[number]
>;

type Wanted = CreationExtras & { readonly owner: CreationOwner; readonly inquiryTemplateId: string };

/** Whether a request holds what may be personal, and so is written down nowhere. */
export const isPersonal = ({ fields, note }: CreationExtras): boolean => note !== undefined || Object.keys(fields ?? {}).length > 0;

/** The body that Persona creates an inquiry from, as JSON. What is left out is up to the template. */
export function creationBody(wanted: Wanted): string {
  const { owner, inquiryTemplateId, inquiryTemplateVersionId, kind = "link", note, tags, fields, redirectUri } = wanted;
  const isKnown = "accountId" in owner;
  return JSON.stringify({
    data: {
      attributes: {
        // Persona takes exactly one of the two
        ...(inquiryTemplateVersionId === undefined ? { inquiryTemplateId } : { inquiryTemplateVersionId }),
        ...(isKnown && { accountId: owner.accountId }),
        note,
        tags,
        fields,
        redirectUri,
      },
    },
    meta: {
      ...(!isKnown && { autoCreateAccountReferenceId: owner.referenceId }),
      ...(kind === "link" ? { autoCreateOneTimeLink: true } : { autoCreateInquirySession: true }),
      ...Object.fromEntries(windows.map((name) => [name, wanted[name]])),
    },
  });
}

/** For the audit log: what was chosen and which fields were filled in, never with what. */
export function creationDetails({ inquiryTemplateVersionId, fields, kind }: CreationExtras): Record<string, string> {
  const keys = Object.keys(fields ?? {});
  return {
    ...(inquiryTemplateVersionId !== undefined && { version: inquiryTemplateVersionId }),
    ...(keys.length > 0 && { prefilled: keys.toSorted().join(", ") }),
    ...(kind === "sdk-token" && { kind }),
  };
}

/**
 * Persona's answer if it is a success.
 * @throws DeskError as `expected`; 422 names the value of the desk's own request where Persona named one of what it was sent
 */
export function expectedCreation(answer: PersonaAnswer): PersonaAnswer {
  try {
    return expected(answer);
  } catch (error) {
    const pointer = error instanceof DeskError && error.status === 422 ? deskPointer(pointerIn(answer)) : undefined;
    if (pointer === undefined || !(error instanceof DeskError)) throw error;
    throw new DeskError(error.status, error.message, error.details, { pointer });
  }
}

/** Where a refusal says what it is about, as far as anybody can rely on: Persona leaves it out of most. */
const pointed = z.looseObject({ source: z.looseObject({ pointer: z.string() }) });
const pointerIn = (answer: PersonaAnswer) => pointed.safeParse(readDocument(jsonOf(answer)).value?.errors[0]).data?.source.pointer ?? "";

const names = new Set<string>([...windows, "note", "tags", "redirectUri", "inquiryTemplateId", "inquiryTemplateVersionId", "accountId"]);

/** `/data/attributes/fields/name-first` → `/fields/name-first`; undefined for what was not in the desk's request. */
function deskPointer(pointer: string): string | undefined {
  const [, part = "", rest = ""] = /^\/(?:data\/attributes|meta)\/([\w-]{1,80})((?:\/[\w-]{1,100})?)$/.exec(pointer) ?? [];
  const name = part.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
  if (name === "fields") return `/fields${rest}`;
  if (name === "autoCreateAccountReferenceId") return "/referenceId";
  return names.has(name) ? `/${name}` : undefined;
}
