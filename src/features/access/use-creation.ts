import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { createInquiryMutation } from "@/api/creations/writes";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { currentTime } from "@/ui/now";
import { copyWhenHere } from "./copy-now";
import type { IssuedLink } from "./use-restore-access";

export type Creation = {
  inquiryId: string;
  /** Undefined where Persona gave no link with it. */
  issued: IssuedLink | undefined;
  /** Where one was asked for in place of a link. */
  sessionToken: string | undefined;
  /** Whether the browser took the link into the clipboard; undefined while it is being asked. */
  copied: boolean | undefined;
};

export type CreationState = {
  phase: "idle" | "running" | "failed" | "done";
  error: unknown;
  /** Secrets. They live here, in the component that shows it, and go with it. */
  created: Creation | undefined;
};

export type CreationListeners = {
  /** It is about to be done. */
  onBegin?: (() => void) | undefined;
  /** It was, and this is the way in. */
  onCreated?: ((issued: IssuedLink) => void) | undefined;
};

const idle: CreationState = { phase: "idle", error: undefined, created: undefined };

/** Creates one inquiry by one command of the server, and copies its link. */
export function useCreation({ onBegin, onCreated }: CreationListeners) {
  const { mutateAsync, reset } = useMutation(createInquiryMutation());
  const [state, setState] = useState<CreationState>(idle);
  const running = useRef(false);

  /** @returns why it failed; undefined where it did not */
  const run = async (intent: CreationRequest): Promise<unknown> => {
    // a second Enter before the first has been painted must not begin a second one
    if (running.current) return undefined;
    running.current = true;
    setState({ ...idle, phase: "running" });
    onBegin?.();
    try {
      const coming = mutateAsync(intent);
      const copying = copyWhenHere(coming.then(({ link }) => (link === "" ? undefined : link)));
      const { inquiryId, sessionToken: token, ...answer } = await coming;
      // the answer holds a secret: out of the cache as soon as it is here
      reset();
      const way: IssuedLink = { ...answer, linkExpiresAt: null, resumed: false, issuedAt: currentTime(), createdId: inquiryId };
      const issued = way.link === "" ? undefined : way;
      const sessionToken = token === "" ? undefined : token;
      const done = (copied?: boolean) => setState({ ...idle, phase: "done", created: { inquiryId, issued, copied, sessionToken } });
      done();
      if (issued === undefined) return undefined;
      onCreated?.(issued);
      done(await copying);
      return undefined;
    } catch (error) {
      setState({ ...idle, phase: "failed", error });
      return error;
    } finally {
      running.current = false;
    }
  };

  return { state, run };
}
