const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Where webhooks may go: this machine alone, for what is in them is made to look like people.
 * @throws RangeError for any other address
 */
export function loopbackUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !loopback.test(url.hostname)) {
    throw new RangeError(`Webhooks go to http(s) addresses of this machine only, not to ${address}`);
  }
  return url;
}
