import { noteServerTime } from "@/lib/server-clock";
import { type Call, errorOfAnswer, errorOfFailure, errorOfUnreadableAnswer, requestIdOf } from "./error-answer";
import { deskClient } from "./desk-client";
import { client } from "./generated/persona/client.gen";
import { byPagePerson } from "./page-person";
import { noteSessionEnd } from "./session-end";
import { spareCalls } from "./spare-calls";

/** The contract's path of each request under way: the ids in the real one do not belong into errors. */
const paths = new WeakMap<Request, string>();
for (const each of [client, deskClient]) {
  each.interceptors.request.use((request, options) => {
    paths.set(request, options.url);
    if (request.method !== "GET") {
      for (const [name, value] of Object.entries(byPagePerson())) if (value !== "") request.headers.set(name, value);
    }
    return request;
  });
}

/** What a generated SDK function resolves to, as far as the wrapper looks at it. */
type SdkResult<T> = { data: T | undefined; error?: unknown; request?: Request | undefined; response?: Response | undefined };

export type Answer<T> = {
  data: T;
  status: number;
  /** Names the call in Persona's logs; absent when a proxy swallowed it. */
  requestId: string | undefined;
};

/**
 * Makes one call of the generated SDK and hands over its data, or throws.
 *
 *     const { data, requestId } = await request(() => retrieveAnInquiry({ path: { inquiryId }, signal }));
 *
 * @throws ApiError on every failure; the abort reason itself when the caller's signal ended the call
 */
export async function request<T>(call: () => Promise<SdkResult<T>>): Promise<Answer<T>> {
  const { response, of } = await answered(call);
  try {
    // an answer without content has none to read, and its type says so
    if (response.status === 204) return { data: undefined as T, status: 204, requestId: requestIdOf(response) };
    const data: unknown = JSON.parse(await response.text());
    if (typeof data !== "object" || data === null) throw new TypeError("The body is no object");
    // The contract says what the body holds; whoever uses it goes through json-api.ts, which expects gaps.
    return { data: data as T, status: response.status, requestId: requestIdOf(response) };
  } catch (error) {
    if (isAbort(error)) throw error;
    throw errorOfUnreadableAnswer(response, of, error);
  }
}

/** What has come of a file that is on its way. */
type FilePart = { part: Uint8Array; headers: Headers };

/**
 * Like `request`, for operations that answer with a file; what is said about it stands in the headers.
 * @param onPart told of each part as it comes
 * @throws ApiError also when the answer is not of `contentType`, or breaks off
 */
export async function requestFile(
  call: () => Promise<SdkResult<unknown>>,
  contentType: string,
  onPart?: (part: FilePart) => void,
): Promise<Answer<Blob> & { headers: Headers }> {
  const { response, of } = await answered(call);
  try {
    const got = response.headers.get("Content-Type") ?? "no type";
    if (!got.startsWith(contentType)) throw new TypeError(`The body is ${got}`);
    const { headers, status } = response;
    const data = onPart ? await partByPart(response, (part) => onPart({ part, headers })) : await response.blob();
    return { data, status, requestId: requestIdOf(response), headers };
  } catch (error) {
    if (isAbort(error)) throw error;
    throw errorOfUnreadableAnswer(response, of, error);
  }
}

async function partByPart({ body, headers }: Response, onPart: (part: Uint8Array) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    parts.push(read.value);
    onPart(read.value);
  }
  return new Blob(parts, { type: headers.get("Content-Type") ?? "" });
}

async function answered<T>(call: () => Promise<SdkResult<T>>): Promise<{ response: Response; of: Call }> {
  let result: SdkResult<T>;
  try {
    result = await call();
  } catch (error) {
    // The body of an error answer broke off while the client read it: whose it was is lost.
    throw isAbort(error) ? error : errorOfFailure({ operation: "unknown", isRead: false }, error);
  }
  const { response, request, error } = result;
  const of = callOf(request);
  if (response) {
    noteServerTime(response.headers.get("Date"), Date.now());
    spareCalls.note(response.headers);
  }
  if (!response) throw isAbort(error) ? error : errorOfFailure(of, error);
  if (response.ok) return { response, of };
  // A 401 of Persona's is about the desk's key and carries Persona's request ID; any other is about the person.
  if (response.status === 401 && requestIdOf(response) === undefined) noteSessionEnd("expired");
  throw errorOfAnswer(response, of, error);
}

const callOf = (request: Request | undefined): Call => ({
  operation: `${request?.method ?? ""} ${(request && paths.get(request)) ?? "unknown"}`.trim(),
  isRead: request?.method === "GET",
});

/** By name: the class differs between browsers' and test environments' realms. */
const isAbort = (error: unknown) => typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";
