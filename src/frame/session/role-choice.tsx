import { useMutation } from "@tanstack/react-query";
import { FailurePanel } from "@/components/failure-panel";
import { type Role, roleLabel, roles } from "@/domain/viewer";
import { Button } from "@/ui/button";

/** Signs in by a choice of role, without credentials (demo and development). Rejects when it could not. */
export type SignInAs = (role: Role) => Promise<unknown>;

const says: Record<Role, string> = {
  reviewer: "decides inquiries",
  support: "restores access, never decides",
  lead: "decides, and sees the audit log",
  auditor: "reads only",
  admin: "everything",
};

/** The sign-in of the demo: one picks who to be. */
export function RoleChoice({ signInAs, onSignedIn }: { signInAs: SignInAs; onSignedIn: () => void }) {
  const signIn = useMutation({ mutationFn: signInAs, onSuccess: onSignedIn });
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2" aria-label="Who to be">
        {roles.map((role) => (
          <li key={role}>
            <Button
              className="w-full justify-between!"
              busy={signIn.isPending && signIn.variables === role}
              onClick={() => signIn.mutate(role)}
            >
              {roleLabel({ role })} <span className="text-xs font-normal text-ink-muted">{says[role]}</span>
            </Button>
          </li>
        ))}
      </ul>
      {signIn.isError && <FailurePanel error={signIn.error} during="write" />}
    </div>
  );
}
