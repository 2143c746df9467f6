/** `data.attributes` of POST /inquiries, in camelCase (spec). */
export type CreateInquiryAttributes = {
  inquiryTemplateId?: string | null | undefined;
  inquiryTemplateVersionId?: string | null | undefined;
  /** Legacy template. */
  templateId?: string | null | undefined;
  accountId?: string | null | undefined;
  /** Deprecated by Persona in favour of `meta.autoCreateAccountReferenceId`; does the same. */
  referenceId?: string | null | undefined;
  creatorEmailAddress?: string | null | undefined;
  themeId?: string | null | undefined;
  themeSetId?: string | null | undefined;
  redirectUri?: string | null | undefined;
  note?: string | null | undefined;
  /** Bare values by key. */
  fields?: Record<string, unknown> | null | undefined;
  tags?: readonly (string | null)[] | null | undefined;
  initialStepName?: string | null | undefined;
};

/** `meta` of POST /inquiries, in camelCase (spec). */
export type CreateInquiryMeta = {
  autoCreateAccount?: boolean | null | undefined;
  autoCreateAccountReferenceId?: string | null | undefined;
  autoCreateAccountTypeId?: string | null | undefined;
  autoCreateInquirySession?: boolean | null | undefined;
  autoCreateOneTimeLink?: boolean | null | undefined;
  expirationAfterCreateIntervalSeconds?: number | null | undefined;
  expirationAfterStartIntervalSeconds?: number | null | undefined;
  expirationAfterResumeIntervalSeconds?: number | null | undefined;
  oneTimeLinkExpirationSeconds?: number | null | undefined;
};

export type CreateInquiryInput = {
  attributes: CreateInquiryAttributes;
  meta?: CreateInquiryMeta | undefined;
};
