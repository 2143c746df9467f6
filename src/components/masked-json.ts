import { piiKindOf } from "@/domain/field-keys";
import { veil } from "@/domain/field-value";

/** Never shown, not even on request: who holds one of these can act as the user. */
const secrets = /^(confirmation-?code|session-?token|one-?time-?link(-?short)?)$/i;
const accessTokens = /([?&]access_token=)[^&#\s]+/g;
/** The type of a veiled field and the class of an ID say nothing about the person. */
const labels = /^type$|class$/i;
const deepest = 40;

/**
 * A JSON value without what must not be read over a shoulder: codes and tokens are hidden, identification numbers are veiled
 * unless `reveal`, addresses of files lose their access token. The shape stays. Never throws, whatever the value holds.
 */
export function maskJson(value: unknown, { reveal = false }: { reveal?: boolean } = {}): unknown {
  return mask(value, { reveal, veiled: false, depth: 0 });
}

type Context = { readonly reveal: boolean; readonly veiled: boolean; readonly depth: number };

function mask(value: unknown, context: Context): unknown {
  if (typeof value === "string") return context.veiled ? veilNumber(value) : value.replaceAll(accessTokens, "$1(hidden)");
  if (typeof value === "number" && context.veiled) return veilNumber(String(value));
  if (typeof value !== "object" || value === null) return value;
  if (context.depth > deepest) return "… (nested too deeply)";
  const inner = { ...context, depth: context.depth + 1 };
  if (Array.isArray(value)) return value.map((item) => mask(item, inner));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskProperty(key, item, inner)]));
}

function maskProperty(key: string, value: unknown, context: Context): unknown {
  if (secrets.test(key) && value !== null) return "(hidden)";
  const isNumber = piiKindOf(key) === "identification number";
  return mask(value, { ...context, veiled: !context.reveal && !labels.test(key) && (context.veiled || isNumber) });
}

const veilNumber = (text: string) => veil(text.slice(0, 100), "identification number");
