/** The call that fetched something, shown beside raw data so that anybody can repeat it. */
export type ApiCall = {
  method: "GET";
  /** Path and query below `/api/v1`. */
  path: string;
  /** Names the call in Persona's logs; undefined when the answer did not carry it. */
  requestId: string | undefined;
};
