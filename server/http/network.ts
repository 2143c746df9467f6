import { isIPv6 } from "node:net";

/** What callers are counted by: an IPv4 address, or the /64 of an IPv6 one, since a network that has one address of it has all. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const [left, right] = [head, tail ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const groups = [...(left ?? []), ...Array.from({ length: 8 - (left?.length ?? 0) - (right?.length ?? 0) }, () => "0"), ...(right ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
