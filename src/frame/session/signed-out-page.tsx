import "./session.css";
import { useDocumentTitle } from "@/components/page-header";
import { RoleChoice, type SignInAs } from "@/frame/session/role-choice";
import { SignInLink } from "@/frame/session/sign-in-link";
import { BrandMark } from "@/frame/frame-rail";

type SignedOutPageProps = {
  signInAs: SignInAs | undefined;
  /** Somebody has signed in on this page. */
  onSignedIn: () => void;
};

/** What stands here when nobody is signed in: nothing of the desk, and the way in. */
export function SignedOutPage({ signInAs, onSignedIn }: SignedOutPageProps) {
  useDocumentTitle("Signed out");
  return (
    <main className="signed-out-page">
      <div className="flex w-full max-w-md flex-col gap-3 rounded border border-line bg-surface p-6">
        <p className="mb-2 flex items-center gap-2.5 text-md font-semibold tracking-tight">
          <BrandMark />
          Inquiry Desk
        </p>
        <h1 className="text-lg font-semibold">You are signed out</h1>
        {signInAs ? (
          <>
            <p className="text-sm text-ink-muted">This is a demo: nobody here is real, so pick who to be.</p>
            <RoleChoice signInAs={signInAs} onSignedIn={onSignedIn} />
          </>
        ) : (
          <>
            <p className="text-sm text-ink-muted">Sign in to go on. You'll return to this page.</p>
            <div className="mt-1 flex">
              <SignInLink variant="primary">Sign in</SignInLink>
            </div>
          </>
        )}
      </div>
    </main>
  );
}
