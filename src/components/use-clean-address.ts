import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { maySecret } from "@/domain/pasted/may-secret";

type Parts = Readonly<Record<string, unknown>>;

/**
 * Takes a secret out of an address that was typed over in place, and out of the history: the router puts what a page reads into the bar
 * where it opens a page, and not then.
 * @param read the reader of the page's address; what it gave it reads the same again. One function for as long as the page stands
 */
export function useCleanAddress(to: "/inquiries" | "/accounts", read: (parts: Parts) => object): void {
  const router = useRouter();
  useEffect(() => {
    const mend = () => {
      const { history, state } = router;
      if (!maySecret.test(readable(history.location.href))) return;
      // by the history itself: the router takes what it has read for what stands in the bar
      history.replace(router.buildLocation({ to, search: read(state.matches.at(-1)?.search ?? {}), hash: "" }).href);
    };
    mend();
    return router.subscribe("onResolved", mend);
  }, [router, to, read]);
}

function readable(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
