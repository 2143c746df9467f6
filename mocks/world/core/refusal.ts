/** What an operation throws when Persona would refuse the call. It is thrown before anything has changed. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;
  readonly details: string | undefined;
  /** JSON pointer into the request in kebab case (spec: `source.pointer` of 422 answers; since 2026 of 400 answers too). */
  readonly pointer: string | undefined;

  constructor(status: number, title: string, details?: string, pointer?: string) {
    super(details === undefined ? title : `${title}: ${details}`);
    this.name = "Refusal";
    this.status = status;
    this.title = title;
    this.details = details;
    this.pointer = pointer;
  }
}

/** The place in the body that details begin with: everything of a body stands in `data` or `meta`. */
const bodyPath = /^(?:data|meta)(?:\.\w+)+/;

/**
 * 400, malformed or missing parameter, with a pointer where it is about something in the body (Persona's changelog of 2026).
 * @param details as Persona writes them: `data.attributes.inquiry_template_id is missing`
 */
export function badRequest(details: string): Refusal {
  const [path] = bodyPath.exec(details) ?? [];
  const pointer = path === undefined ? undefined : `/${path.replaceAll(".", "/").replaceAll("_", "-")}`;
  return new Refusal(400, "Bad Request", details, pointer);
}

/** 403, the key or its environment may not do this. */
export function forbidden(details: string): Refusal {
  return new Refusal(403, "Forbidden", details);
}

/** 404. Without details for the object of the path; `data.attributes.inquiry_id is not found` for one named in a body. */
export function notFound(details?: string): Refusal {
  return new Refusal(404, "Record not found", details);
}

/** 409, the action does not fit the current state (Persona docs: Errors, example of resuming an inquiry that is neither pending nor expired). */
export function conflict(details: string): Refusal {
  return new Refusal(409, "Conflict", details);
}

/** 409 for a value that must be unique and is taken (spec: 409 of accounts). */
export function notUnique(): Refusal {
  return new Refusal(409, "Record not unique", "Record not unique");
}

/** 422, well-formed but unacceptable. `pointer` in kebab case: `/data/attributes/fields`. */
export function unprocessable(details: string, pointer?: string): Refusal {
  return new Refusal(422, "Unprocessable entity", details, pointer);
}
