import type { PersonaAnswer } from "./persona-answer";

/** What Persona's headers say of its rate limit; where several limits count, they tell of the nearest. */
export type RateReport = {
  /** Calls a window, at least 1. */
  readonly limit: number;
  /** Calls left. */
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
};

type Headers = Pick<PersonaAnswer, "headers">;

/** Persona's windows last a minute. Nothing that a header says may stop the desk for longer than this. */
export const longestResetSeconds = 180;
/** Where Persona does not say when the window ends. */
const unknownResetSeconds = 10;
/** More than any limit, and what the database's integers hold. */
const mostCalls = 1_000_000;
/** A number of seconds from here on is a moment, counted from 1970. */
const firstMoment = 1_000_000_000;

/**
 * `RateLimit-Limit`, `-Remaining` and `-Reset`. Of lists, which a proxy makes of headers that come twice, what leaves less counts.
 * @param now ms
 * @returns undefined unless all three can be read
 */
export function rateOf({ headers }: Headers, now: number): RateReport | undefined {
  const [limits, remaining, resets] = ["limit", "remaining", "reset"].map((part) => integersIn(headers[`ratelimit-${part}`]));
  if (limits === undefined || remaining === undefined || resets === undefined) return undefined;
  const limit = Math.min(...limits, mostCalls);
  if (limit < 1) return undefined;
  return {
    limit,
    remaining: between(0, Math.min(...remaining), mostCalls),
    resetSeconds: between(0, Math.max(...resets.map((reset) => secondsUntil(reset, now))), longestResetSeconds),
  };
}

/**
 * How long nothing may be sent after a 429: what `Retry-After` says, as seconds or as a date, otherwise the end of the window.
 * @param now ms
 * @returns seconds, from 1 to a few minutes
 */
export function pauseOf(answer: Headers, now: number): number {
  const pause = retryAfter(answer.headers["retry-after"], now) ?? rateOf(answer, now)?.resetSeconds ?? unknownResetSeconds;
  return between(1, Math.ceil(pause), longestResetSeconds);
}

function retryAfter(text: string | undefined, now: number): number | undefined {
  const seconds = integersIn(text);
  if (seconds !== undefined) return Math.max(...seconds.map((each) => secondsUntil(each, now)));
  // RFC 9110, section 10.2.3: an HTTP date ends with GMT
  const at = text?.trim().endsWith("GMT") ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : (at - now) / 1000;
}

/** Tells how many calls are left with an answer that does not, since it was kept for a while: the page asks for less when there are few. */
export function withRate(answer: PersonaAnswer, rate: RateReport | undefined): PersonaAnswer {
  if (rate === undefined || "ratelimit-limit" in answer.headers) return answer;
  const told = { limit: rate.limit, remaining: rate.remaining, reset: rate.resetSeconds };
  const headers = Object.fromEntries(Object.entries(told).map(([part, value]) => [`ratelimit-${part}`, String(value)]));
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Some send the moment itself, in seconds or milliseconds, where the seconds until then belong. */
function secondsUntil(value: number, now: number): number {
  if (value < firstMoment) return value;
  return (value < firstMoment * 1000 ? value : value / 1000) - now / 1000;
}

/** The numbers of a header or list of headers; undefined when any of it is none. */
function integersIn(text: string | undefined): number[] | undefined {
  const parts = (text ?? "").split(",").map((part) => part.trim());
  return parts.every((part) => /^-?\d{1,15}$/.test(part)) ? parts.map(Number) : undefined;
}

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);
