import "./session.css";
import LockIcon from "lucide-react/icons/lock";
import { useId, useLayoutEffect, useRef } from "react";
import { RoleChoice, type SignInAs } from "@/frame/session/role-choice";
import { SignInLink } from "@/frame/session/sign-in-link";
import { useComeBack } from "@/frame/session/use-come-back";

type SignedOutDialogProps = {
  /** Who was signed in. */
  userId: string;
  signInAs: SignInAs | undefined;
};

/**
 * Covers a page whose session has ended. The page stays as it was behind it, with all that was typed, and goes on when the same person
 * is signed in again: here, in a new tab, or in any other.
 */
export function SignedOutDialog({ userId, signInAs }: SignedOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const look = useComeBack(userId);
  useLayoutEffect(() => {
    const node = dialog.current;
    if (!node) return;
    node.showModal();
    // what has happened is read before what can be done
    node.querySelector("h2")?.focus();
    // gives the focus back to where it was
    return () => node.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="signed-out-dialog w-[min(30rem,calc(100vw-2rem))] rounded border border-line bg-raised p-5 shadow-float"
      onCancel={(event) => event.preventDefault()}
      // a browser closes it at the second Escape whatever is said at the first
      onClose={({ currentTarget }) => currentTarget.isConnected && currentTarget.showModal()}
    >
      <div className="flex gap-3">
        <LockIcon className="mt-0.5 size-5 text-ink-faint" />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <h2 id={titleId} tabIndex={-1} className="text-base font-semibold outline-none">
            You were signed out: sign in again
          </h2>
          <p className="text-sm text-ink-muted">
            Your session has ended. The page behind this is covered, and nothing you typed on it is lost.
            {signInAs ? "" : " Sign in in a new tab and come back: it goes on where you were."}
          </p>
          {signInAs ? (
            <div className="mt-2">
              <RoleChoice signInAs={signInAs} onSignedIn={look} />
            </div>
          ) : (
            <div className="mt-2 flex flex-wrap gap-2">
              <SignInLink newTab variant="primary">
                Sign in
              </SignInLink>
              <SignInLink variant="quiet">Sign in here and lose what is not sent</SignInLink>
            </div>
          )}
        </div>
      </div>
    </dialog>
  );
}
