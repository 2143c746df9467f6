/**
 * An address from outside that may become an `href` or a `src`; `undefined` for schemes that run code (`javascript:`, `data:text/html`) and
 * for what is no address. Relative addresses are refused too: from outside they mean nothing here.
 */
export function safeUrl(address: string): string | undefined {
  if (/^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(address) || /^blob:https?:/i.test(address)) return address;
  if (address.length > 8192 || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}
