/** What a link says (Persona docs: Hosted flow, Inquiry links). */
export type LinkParts =
  | { kind: "one-time"; code: string }
  | { kind: "dedicated"; inquiryId: string; sessionToken: string | undefined }
  | { kind: "static"; templateId: string; accountId: string | undefined; referenceId: string | undefined; fields: Record<string, string> };

/** Reads any of Persona's links; undefined for an address that is none of them. */
export function readLink(link: string): LinkParts | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url === undefined || !/^(?:[\w-]+\.)?(?:withpersona\.com|perso\.na)$/.test(url.hostname)) return undefined;
  const query = url.searchParams;
  const code = query.get("code");
  if (code !== null) return { kind: "one-time", code };
  const inquiryId = query.get("inquiry-id");
  if (inquiryId !== null) return { kind: "dedicated", inquiryId, sessionToken: query.get("session-token") ?? undefined };
  const templateId = query.get("inquiry-template-id") ?? query.get("template-id");
  if (templateId === null) return undefined;
  return {
    kind: "static",
    templateId,
    accountId: query.get("account-id") ?? undefined,
    referenceId: query.get("reference-id") ?? undefined,
    fields: fieldsOf(query),
  };
}

/** `fields[name-first]=Ada`. */
function fieldsOf(query: URLSearchParams): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of query) {
    const key = /^fields\[(.+)\]$/.exec(name)?.[1];
    if (key !== undefined) fields[key] = value;
  }
  return fields;
}

/** The plain link to an inquiry. It opens while the inquiry is created; later it takes a token or a one-time link. */
export function dedicatedLink(subdomain: string, inquiryId: string, sessionToken?: string): string {
  const query = new URLSearchParams({ "inquiry-id": inquiryId, ...(sessionToken !== undefined && { "session-token": sessionToken }) });
  return `https://${subdomain}.withpersona.com/verify?${query}`;
}

/** The link that makes a new inquiry on every load. */
export function staticLink(subdomain: string, inquiryTemplateId: string, referenceId?: string): string {
  const query = new URLSearchParams({
    "inquiry-template-id": inquiryTemplateId,
    ...(referenceId !== undefined && { "reference-id": referenceId }),
  });
  return `https://${subdomain}.withpersona.com/verify?${query}`;
}
