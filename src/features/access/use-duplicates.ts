import { useQuery } from "@tanstack/react-query";
import type { InquiryModel, InquiryTemplateModel } from "@/api/models";
import { inquiriesQuery, personInquiriesQuery } from "@/api/inquiry-lists/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { settingsQuery } from "@/api/settings/queries";
import { countingInquiry, templateIdOf } from "@/domain/counting-inquiry";
import { type Duplicate, duplicatesOf } from "@/domain/duplicate-guard";
import { readDuplicatePolicy } from "@/domain/duplicate-policy";
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { useNow } from "@/ui/now";

export type TemplateChoice = { readonly id: string; readonly name: string; readonly template: InquiryTemplateModel | undefined };

/** What a new inquiry can be made from, and what is in its way on the one that is chosen. */
export type CreationGround = {
  readonly choices: readonly TemplateChoice[];
  /** The one to begin with: where the person has an inquiry already, its template. */
  readonly likeliest: string | undefined;
  /** The person's inquiries on a template; undefined until they are here. */
  readonly known: readonly InquiryModel[] | undefined;
  readonly duplicates: readonly Duplicate<InquiryModel>[];
  /** What could not be read, so that nothing can be judged. */
  readonly error: unknown;
  readonly retry: () => void;
};

/** Whose inquiry it becomes: an account's, or that of somebody who has none yet. */
export type CreationOwner = { readonly accountId: string } | { readonly referenceId: string };

/** All that Persona has of them: of an account, or, where there is none, with their reference ID. */
const theirs = (owner: CreationOwner) =>
  "accountId" in owner ? personInquiriesQuery(owner.accountId) : inquiriesQuery({ referenceId: owner.referenceId, size: 100 });

/** @param templateId the template that is chosen, where one is */
export function useDuplicates(owner: CreationOwner, templateId: string | undefined): CreationGround {
  const now = useNow();
  // opening the form again asks again for what has failed
  const retryOnMount = true;
  const templates = useQuery({ ...inquiryTemplatesQuery(), retryOnMount });
  const settings = useQuery({ ...settingsQuery(), retryOnMount });
  const person = useQuery({ ...theirs(owner), placeholderData: undefined, retryOnMount });
  const isCut = Boolean(person.data?.next);
  // of somebody with very many inquiries, those on this template alone
  const narrow = { ...owner, templateIds: [templateId ?? ""], size: 100 };
  const onTemplate = useQuery({
    ...inquiriesQuery(narrow),
    placeholderData: undefined,
    retryOnMount,
    enabled: isCut && templateId !== undefined,
  });

  const inquiries = person.data?.inquiries ?? [];
  const choices = templates.data ? choicesOf(templates.data.templates, templates.data.available, inquiries) : [];
  const suggested = templateIdOf(countingInquiry(inquiries) ?? {});
  const likeliest = choices.find(({ id }) => id === suggested)?.id ?? (choices.length === 1 ? choices[0]?.id : undefined);
  const all = isCut ? onTemplate.data?.inquiries : person.data?.inquiries;
  const known = settings.data && templates.data ? all?.filter((one) => templateIdOf(one) === (templateId ?? likeliest)) : undefined;
  const chosen = templateId ?? likeliest;
  const duplicates = known
    ? duplicatesOf(known, {
        policy: readDuplicatePolicy(settings.data?.get("duplicatePolicy")?.value),
        template: choices.find(({ id }) => id === chosen)?.template,
        now,
      })
    : [];
  const failed = [templates, settings, person, onTemplate].filter(({ isError, data }) => isError && data === undefined);
  return {
    choices,
    likeliest,
    known,
    duplicates,
    error: failed[0]?.error,
    retry: () => failed.forEach(({ refetch }) => void refetch()),
  };
}

/** The active templates; where the key may not read any, those that the person has an inquiry of. */
function choicesOf(
  templates: readonly InquiryTemplateModel[],
  available: boolean,
  inquiries: readonly InquiryModel[],
): readonly TemplateChoice[] {
  if (available) {
    return templates
      .filter(({ status }) => status === "active")
      .map((template) => ({ id: template.id, name: displayLine(template.name, 60) || middleEllipsis(template.id), template }));
  }
  const ids = new Set(inquiries.flatMap((inquiry) => inquiry.links.inquiryTemplate?.id ?? []));
  return [...ids].map((id) => ({ id, name: middleEllipsis(id), template: undefined }));
}
