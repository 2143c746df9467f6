const longMs = 60_000;

/**
 * Does something while the tab is shown, and for a minute after it was hidden: a browser has six connections to a server that does not
 * speak HTTP/2, and a reviewer has more tabs than that.
 * @param begin does it, and gives back what ends it
 * @param onBack called when it has begun again after an end
 * @returns ends it for good
 */
export function whileShown(begin: () => () => void, onBack: () => void): () => void {
  let end: (() => void) | undefined = begin();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    end?.();
    end = undefined;
  };
  const onVisibility = () => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(pause, longMs);
    } else if (end === undefined) {
      end = begin();
      onBack();
    }
  };
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearTimeout(timer);
    end?.();
  };
}
