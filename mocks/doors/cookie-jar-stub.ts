/** Stands in for `tough-cookie` in the demo bundle: the simulator sets no cookies, so MSW's jar is empty for ever. */
export class CookieJar {
  getCookiesSync(): [] {
    return [];
  }

  async setCookie(): Promise<void> {}
}

export class MemoryCookieStore {
  idx = {};
}

export const Cookie = { fromJSON: () => undefined };
