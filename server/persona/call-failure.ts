import { DeskError } from "../http/desk-error";

/**
 * `budget`: waited in vain for the rate limit; `unconnected`: no connection came about; `key`: Persona does not accept the API key;
 * `lost`: the connection broke; `timeout`; `unreadable`: what came is nothing Persona's API answers.
 */
export type CallFailureKind = "budget" | "unconnected" | "key" | "lost" | "timeout" | "unreadable";

/** Why a call brought no answer of Persona's, as the browser is told. */
export class CallFailure extends DeskError {
  readonly kind: CallFailureKind;
  /** Whether Persona may have acted on it. */
  readonly sent: "no" | "unknown";

  /**
   * @param retryAfterSeconds when the same call may work
   * @param isRead a read does nothing, whatever became of it
   */
  constructor(kind: CallFailureKind, retryAfterSeconds?: number, { isRead = false } = {}) {
    const { status, title } = kinds[kind];
    const { sent, details } = isRead ? harmless : kinds[kind];
    // src/api reads both: without `Desk-Sent`, these statuses leave open whether a write happened
    const headers = { "Desk-Failure": kind, ...(sent === "no" && { "Desk-Sent": "no" }) };
    const wait = { ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }) };
    super(status, title, details, { headers: { ...headers, ...wait } });
    this.name = "CallFailure";
    this.kind = kind;
    this.sent = sent;
  }
}

type Words = {
  readonly status: 502 | 503 | 504;
  readonly sent: "no" | "unknown";
  readonly title: string;
  readonly details: string;
};

const harmless = { sent: "no", details: "Nothing was sent." } as const;
const uncertain = "Persona may or may not have acted on it.";
const kinds: Readonly<Record<CallFailureKind, Words>> = {
  budget: {
    status: 503,
    sent: "no",
    title: "Persona takes no more calls now",
    details: "Too many calls were made this minute. Nothing was sent.",
  },
  unconnected: { status: 503, sent: "no", title: "Persona can't be reached", details: "Nothing was sent." },
  key: { status: 502, sent: "no", title: "Persona does not accept the desk's API key", details: "Nothing was done." },
  lost: { status: 502, sent: "unknown", title: "The connection to Persona broke", details: uncertain },
  timeout: { status: 504, sent: "unknown", title: "Persona took too long", details: uncertain },
  unreadable: { status: 502, sent: "unknown", title: "Persona's answer can't be read", details: uncertain },
};
