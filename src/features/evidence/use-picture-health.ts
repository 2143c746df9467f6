import { useLayoutEffect, useRef, useState } from "react";
import { fileIdentity } from "@/features/evidence/file-url";

export type PictureState =
  | "fine"
  /** It did not load, and a fresh link is on its way. */
  | "renewing"
  /** It did not load, with a fresh link neither. */
  | "failed"
  /** The browser may not load it from there: the desk's own policy forbids it. */
  | "blocked";

export type PictureHealth = {
  stateOf: (url: string) => PictureState;
  onError: (url: string) => void;
  onLoad: (url: string) => void;
  /** Where pictures may not be loaded from. */
  blockedOrigins: readonly string[];
  /** Asks for fresh links, because somebody wants them. */
  renew: () => void;
};

/** Of pictures, and of those that move. */
const ofPictures: readonly string[] = ["img-src", "media-src"];

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : "");

/**
 * What became of the pictures. Links to files end after hours: what does not load is asked for once more with a fresh link, by itself, and
 * again only after it has loaded in between.
 * @param reload fetches what the links come from; over when it is there
 */
export function usePictureHealth(reload: () => Promise<unknown>): PictureHealth {
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const [blocked, setBlocked] = useState<ReadonlySet<string>>(new Set());
  const [isRenewing, setRenewing] = useState(false);
  const asked = useRef(new Set<string>());
  const underWay = useRef(false);

  // the browser tells why only here, to nobody in particular
  useLayoutEffect(() => {
    const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (!ofPictures.includes(effectiveDirective)) return;
      setBlocked((before) => new Set([...before, originOf(blockedURI)]));
    };
    document.addEventListener("securitypolicyviolation", note);
    return () => document.removeEventListener("securitypolicyviolation", note);
  }, []);

  const renew = () => {
    if (underWay.current) return;
    underWay.current = true;
    setRenewing(true);
    const over = () => {
      underWay.current = false;
      setRenewing(false);
    };
    reload().then(over, over);
  };
  const onError = (url: string) => {
    setFailed((before) => new Set([...before, url]));
    const file = fileIdentity(url);
    if (!url.startsWith("http") || blocked.has(originOf(url)) || asked.current.has(file)) return;
    asked.current.add(file);
    renew();
  };
  const onLoad = (url: string) => void asked.current.delete(fileIdentity(url));

  const stateOf = (url: string): PictureState => {
    if (!failed.has(url)) return "fine";
    if (blocked.has(originOf(url))) return "blocked";
    return isRenewing ? "renewing" : "failed";
  };
  const blockedOrigins = [...blocked].filter((origin) => [...failed].some((url) => originOf(url) === origin));
  return { stateOf, onError, onLoad, blockedOrigins, renew };
}
