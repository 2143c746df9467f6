let person = "";

/**
 * Notes whom the page was loaded for. Every write names them, so that the server can refuse it where somebody else has signed in since, in
 * another tab (openapi/desk.yaml, header `Desk-Person`).
 */
export const notePagePerson = (id: string): void => {
  person = id;
};

/** The ID of the person whom the page was loaded for; empty while nobody is known to be signed in. */
export const pagePerson = (): string => person;

/** The header that names them, for the `headers` of an SDK call. */
export const byPagePerson = () => ({ "Desk-Person": person });
