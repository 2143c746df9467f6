/** Stands in for `tldts` in the demo bundle: the cookie jar of a page that talks to itself needs no public-suffix list. */
export const getDomain = (host: string) => host;
export const getPublicSuffix = () => null;
export const parse = (host: string) => ({ hostname: host, domain: host, publicSuffix: null });
