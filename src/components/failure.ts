import { displayLine } from "@/lib/display-text";
import { readList, readNumber, readProperty, readText } from "@/lib/read";

export type FailureKind =
  | "signed-out"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "refused"
  | "rate-limited"
  | "server"
  | "network"
  | "crash";

export type Failure = {
  readonly kind: FailureKind;
  readonly title: string;
  /** What happened and what to do, in plain words. */
  readonly text: string;
  /** What the API said itself, made safe to show. */
  readonly details: readonly string[];
  /** Whether anything was sent or changed. */
  readonly sent: string;
  readonly requestId: string | undefined;
  readonly deskRequestId: string | undefined;
  /** Whether the same request can work when it is sent again, and after how many seconds. */
  readonly retry: { readonly afterSeconds: number } | undefined;
};

type Draft = { kind: FailureKind; title: string; text: string; retryAfter?: number };

const permissionName = /\b[a-z_]+\.(?:read|write)\b/;

/**
 * What to tell about anything that was thrown.
 * @param during whether the user was looking ("read") or had sent something ("write"): decides what is said about the outcome.
 * @returns for an error of the API layer what its status means; anything else is a fault of the desk itself.
 */
export function describeFailure(error: unknown, during: "read" | "write" = "read"): Failure {
  const status = readNumber(readProperty(error, "status"));
  const sent = readText(readProperty(error, "sent"));
  const details = readList(readProperty(error, "details")).flatMap((detail) => {
    const text = readText(detail);
    return text === undefined ? [] : [displayLine(text, 300)];
  });
  const isFromApi = status !== undefined || sent !== undefined;
  const requestId = readText(readProperty(error, "requestId"));
  const desk = readText(readProperty(error, "failure"));
  // a 401 of Persona's is about the desk's key, any other about the person
  const why = status === 401 && requestId !== undefined ? "key" : desk;
  const isDesks = (readText(readProperty(error, "operation")) ?? "").includes(" /desk/");
  const retryAfter = readNumber(readProperty(error, "retryAfterSeconds"));
  const draft = isFromApi ? draftOf(status ?? 0, details, { why, retryAfter, who: isDesks ? "The desk" : "Persona" }) : crash;
  const value = readText(readProperty(error, "pointer"))?.split("/").at(-1) ?? "";
  return {
    kind: draft.kind,
    title: draft.title,
    text: draft.kind === "refused" && value !== "" ? `${draft.text} It is about “${displayLine(value, 60)}”.` : draft.text,
    // the desk's own words for it are the text
    details: desk === undefined ? details : [],
    sent: during === "read" ? "Nothing was changed." : sentSentence(sent, status ?? 0),
    requestId,
    deskRequestId: readText(readProperty(error, "deskRequestId")),
    retry: draft.retryAfter === undefined ? undefined : { afterSeconds: draft.retryAfter },
  };
}

const crash: Draft = {
  kind: "crash",
  title: "This part of the page could not be shown",
  text: "Something in the desk itself went wrong. Try again; if it happens once more, report what you did last.",
  retryAfter: 0,
};

type Circumstances = { why: string | undefined; retryAfter: number | undefined; who: string };

function draftOf(status: number, details: readonly string[], { why, retryAfter, who }: Circumstances): Draft {
  if (why === "key") {
    return {
      kind: "refused",
      title: "Persona refused the desk's key",
      text: "Nothing can be read from Persona or changed there until an admin gives the desk a key that is valid.",
    };
  }
  if (status === 401) {
    return { kind: "signed-out", title: "You are signed out", text: "Your session had ended. Sign in again, then try once more." };
  }
  if (status === 403) return { kind: "forbidden", title: "You are not allowed to see or do this", text: forbiddenText(details) };
  if (status === 404) {
    return {
      kind: "not-found",
      title: "Not found",
      text:
        who === "Persona"
          ? "Persona knows no such object in this environment. Check the ID, and whether it belongs to another environment."
          : "The desk found nothing under this ID.",
    };
  }
  if (status === 409) {
    return {
      kind: "conflict",
      title: "It changed in the meantime",
      text: "This does not fit its present state any more. Load it again to see what changed.",
      retryAfter: 0,
    };
  }
  if (status === 429 || why === "budget") {
    return {
      kind: "rate-limited",
      title: "Persona is busy",
      text: "More was asked of it than it takes in a minute.",
      retryAfter: Math.max(1, retryAfter ?? 10),
    };
  }
  if (why !== undefined && why !== "unreadable") {
    return { kind: "server", title: "Persona could not be reached", text: "It may work again in a moment.", retryAfter: 0 };
  }
  if (why === undefined && (status >= 500 || status === 408)) {
    return { kind: "server", title: `${who} returned an error (${status})`, text: "It may work again in a moment.", retryAfter: 0 };
  }
  if (why === undefined && status >= 400) {
    return { kind: "refused", title: `${who} refused the request`, text: `The request was understood and refused (${status}).` };
  }
  if (status > 0) {
    return {
      kind: "server",
      title: `${who}'s answer could not be read`,
      text: "An answer came, but not in the form it should have.",
      retryAfter: 0,
    };
  }
  return {
    kind: "network",
    title: "No connection",
    text: "The server could not be reached. Check your connection, then try again.",
    retryAfter: 0,
  };
}

function forbiddenText(details: readonly string[]): string {
  const permission = details.map((detail) => permissionName.exec(detail)?.[0]).find((name) => name !== undefined);
  return permission === undefined
    ? "Your role, or the desk's API key, does not allow it. An admin can change that."
    : `It needs the permission ${permission}. An admin can grant it.`;
}

/** A refusal (4xx) settles that nothing happened; after anything else only the present state tells. */
function sentSentence(sent: string | undefined, status: number): string {
  if (sent === "no") return "Nothing was sent.";
  if (sent === "part") return "It was done in part.";
  const isRefusal = status >= 400 && status < 500 && status !== 408;
  if (isRefusal) return "It was refused. Nothing was changed.";
  return "It is not known whether it took effect. Look at the present state before you send it again.";
}
