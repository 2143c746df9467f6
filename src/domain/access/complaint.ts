/**
 * What a user complains about, or the page or app they were in. Only what kind of complaint it is leaves this file, never the text.
 * Sources: Persona docs, "Embedded flow: client callbacks" (`onError`), "Inquiry sessions", "Inquiry links".
 */

/** What Persona's embedded flow hands to `onError`, with the status that comes along. */
export const sdkErrors = {
  application_error: 0,
  invalid_config: 400,
  unauthenticated: 409,
  inactive_template: 422,
  unknown: undefined,
} as const;
export type SdkErrorCode = keyof typeof sdkErrors;

/** What users say, in the words of the causes it may have. */
type Said = "session-expired" | "link-dead" | "starts-over" | "camera" | "hangs" | "finished";

export type Complaint = { readonly kind: "sdk-error"; readonly code: SdkErrorCode } | { readonly kind: "said"; readonly what: Said };

export type ComplaintMeaning = {
  readonly title: string;
  /** What is behind it, for the agent. */
  readonly sentence: string;
  /** What to ask for, or whom to turn to, as long as it is not known whose inquiry it is. */
  readonly next: string;
  readonly sayToUser: string;
};

/** More than a message or a log line is; a log file is not searched for words. */
const longest = 20_000;

/**
 * The first complaint that is known in a text: an error code of the embedded flow, else what users say in English or Spanish.
 * Never throws. @returns undefined where there is none
 */
export function readComplaint(text: string): Complaint | undefined {
  const read = text.slice(0, longest);
  const code = codeIn(read);
  if (code !== undefined) return { kind: "sdk-error", code };
  const what = phrases.find(([, phrase]) => phrase.test(read))?.[0];
  return what === undefined ? undefined : { kind: "said", what };
}

const codes: readonly (readonly [SdkErrorCode, RegExp])[] = [
  ["application_error", /\bapplication[ _-]?error\b/i],
  ["invalid_config", /\binvalid[ _-]?config(?:uration)?\b/i],
  ["unauthenticated", /\bunauthenticated\b/i],
  ["inactive_template", /\binactive[ _-]?template\b/i],
  // the word alone says nothing
  ["unknown", /\bcode["'“”]?\s*[:=]\s*["'“”]?unknown\b/i],
];

const codeIn = (text: string): SdkErrorCode | undefined => codes.find(([, pattern]) => pattern.test(text))?.[0];

const phrases: readonly (readonly [Said, RegExp])[] = [
  [
    "finished",
    /\balready (?:been )?(?:done|verified|completed|finished|submitted)\b|\bya (?:está |he |fue )?(?:verificad|complet|envi|termin)/i,
  ],
  [
    "starts-over",
    /\bstart(?:s|ed|ing)? (?:over|again|from)\b|\bfrom (?:scratch|the (?:beginning|start))\b|\bdesde (?:cero|el (?:principio|inicio))/i,
  ],
  [
    "session-expired",
    /\bsession\b.{0,40}\b(?:expired|ended|timed out|over)\b|\bexpired\b.{0,20}\bsession\b|\bsesión\b.{0,40}\b(?:caduc|expir|termin)/i,
  ],
  [
    "link-dead",
    /\b(?:link|url|page)\b.{0,60}\b(?:expired|invalid|not valid|no longer|dead|broken|(?:does|did)(?: not|n['’]?t) (?:work|open|load))\b|\benlace\b.{0,60}\b(?:caduc|expir|no (?:funciona|abre|sirve))/i,
  ],
  ["camera", /\bcamera\b|\bcámara\b/i],
  [
    "hangs",
    /\b(?:stuck|frozen|freezes|spinning|hangs|(?:blank|white|black) (?:page|screen)|keeps loading|loading forever)\b|\bse queda (?:cargando|en blanco|colgad)/i,
  ],
];

const askForId = "Ask for the link they open, or look up their reference ID: the inquiry then tells which it is.";
const inAMinute = "Thank you. I am looking at it and will send you what you need in a minute.";

const meanings: Record<SdkErrorCode | Said, ComplaintMeaning> = {
  unauthenticated: {
    title: "The page or app opened a begun inquiry without its session token",
    sentence:
      "Once a user has started, an inquiry opens only with a session token. The page or app loaded it by its ID alone: most likely the user came back to it.",
    next: "Paste the inquiry ID or the reference ID beside it for a way back in. Whoever runs the page or app has to resume the inquiry when a user returns, and load it with the token.",
    sayToUser: inAMinute,
  },
  inactive_template: {
    title: "The template is switched off",
    sentence: "The template that the page or app names is inactive, or no version of it is published: nothing of it can be opened.",
    next: "Ask the owner of the template to activate or publish it. Another link would be refused like this one.",
    sayToUser: "The verification is closed on our side at the moment. It is not your fault. I will come back to you.",
  },
  invalid_config: {
    title: "The page or app is set up wrongly",
    sentence:
      "Persona refuses what the page or app asks for: a template or environment that does not fit, a reference ID together with an account ID, or a domain that the template does not allow.",
    next: "Pass it to whoever runs the page or app, with the time. A one-time link, opened in a browser, works meanwhile: paste the reference ID to make one.",
    sayToUser: inAMinute,
  },
  application_error: {
    title: "The flow broke off in the browser or app",
    sentence:
      "Persona's page could not go on: a connection that was cut, a blocked camera, or a fault of the page itself. Nothing of the inquiry is lost.",
    next: "Ask for another browser or device. Paste the reference ID to see how far they got.",
    sayToUser: "Please try another browser or another device, and allow the camera when you are asked.",
  },
  unknown: {
    title: "Persona does not say what went wrong",
    sentence: "The code is “unknown”: the page or app learnt no more than that the flow ended.",
    next: askForId,
    sayToUser: inAMinute,
  },
  "session-expired": {
    title: "Their session ended, or the whole inquiry",
    sentence: "Users say the same of both: a session that ended leaves the inquiry alive, an inquiry that expired has to be resumed.",
    next: askForId,
    sayToUser: inAMinute,
  },
  "link-dead": {
    title: "Their link does not let them in",
    sentence:
      "A one-time link works once and for a short time, the plain link of an inquiry only until they have started, and no link opens what is finished or expired.",
    next: askForId,
    sayToUser: inAMinute,
  },
  "starts-over": {
    title: "They probably open a general link",
    sentence: "A static link begins another inquiry each time it is opened, and what they entered stays in the former one.",
    next: "Ask for the link they open. Look up their reference ID and send a link into the inquiry they began; don't send the general one again.",
    sayToUser: inAMinute,
  },
  camera: {
    title: "The camera, the browser or the device",
    sentence: "If they opened it and nothing was submitted since, it is most likely on their side.",
    next: askForId,
    sayToUser: "Please try another browser or another device, and allow the camera when you are asked.",
  },
  hangs: {
    title: "It opens and does not go on",
    sentence:
      "A connection, a browser that blocks the camera or third-party storage, or a template that was switched off while they were in it.",
    next: askForId,
    sayToUser: "Please try another browser or another device, and allow the camera when you are asked.",
  },
  finished: {
    title: "They are told that it is finished",
    sentence: "A finished inquiry can't be opened again, whatever became of it: accepted, refused, or waiting for somebody to look.",
    next: askForId,
    sayToUser: inAMinute,
  },
};

/** What a complaint means as long as nothing else is known. */
export const complaintMeaning = (complaint: Complaint): ComplaintMeaning =>
  meanings[complaint.kind === "sdk-error" ? complaint.code : complaint.what];

/** The code as developers know it, with its status: `unauthenticated (409)`. */
export function sdkErrorLabel(code: SdkErrorCode): string {
  const status = sdkErrors[code];
  return status === undefined ? code : `${code} (${status})`;
}
