import { isIP } from "node:net";
import { z } from "zod";

/** Whether a host name is this machine: only there may secrets travel without TLS. IPv6 in brackets, as `URL` gives it. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** An address whose traffic cannot be read on the way: https, or http to this very machine. Nobody's name and password in it. */
export const safeUrl = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    if (url.username !== "" || url.password !== "" || url.hash !== "") return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  })
  .transform((text) => new URL(text));

/** A `safeUrl` that is an origin and nothing more. */
export const origin = safeUrl.refine((url) => url.pathname === "/" && url.search === "");

/** A whole number within bounds, both included. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

export const port = wholeNumber(0, 65_535);

/** Comma-separated, at least one, spaces around each dropped. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(item).min(1));

/** An IP address, or a range of them such as `10.0.0.0/8`. */
export const addressRange = z.string().refine((text) => {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
});

/**
 * An address PostgreSQL's own tools understand, of one host: the driver knows no lists of them. The driver takes the three modes of TLS that check
 * less for the strictest, and warns at each start; so they are written as what they are.
 */
export const postgresUrl = z
  .string()
  .refine((text) => {
    if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return false;
    const { hostname, searchParams } = new URL(text);
    return ![hostname, ...searchParams.getAll("host")].some((host) => host.includes(",") || host.includes("%2C"));
  })
  .transform((text) =>
    text.includes("uselibpqcompat=") ? text : text.replaceAll(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/g, "$1verify-full"),
  );
