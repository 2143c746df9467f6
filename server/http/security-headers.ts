import type { MiddlewareHandler } from "hono";
import { contentSecurityPolicyHeader } from "./content-security-policy";

const unusedFeatures = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
];
const permissionsPolicy = unusedFeatures.map((feature) => `${feature}=()`).join(", ");

type SecurityHeaders = {
  readonly publicUrl: URL;
  readonly fileOrigins: readonly string[];
};

/** The headers of every answer, whatever it is: what a page may do, who may frame it, that nobody may guess its type or learn its address. */
export function securityHeaders({ publicUrl, fileOrigins }: SecurityHeaders): MiddlewareHandler {
  const headers: Readonly<Record<string, string>> = {
    "content-security-policy": contentSecurityPolicyHeader(fileOrigins),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": permissionsPolicy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow, noarchive",
    // a browser that heard it over plain http on a loopback host would refuse every other program there
    ...(publicUrl.protocol === "https:" ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
