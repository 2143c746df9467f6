import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isSignedOut } from "@/api/errors";
import { endSessionMutation } from "@/api/sessions/writes";
import { describeFailure } from "@/components/failure";
import { forgetEverything } from "@/frame/session/start-afresh";
import { tellTabs } from "@/frame/session/tab-channel";
import { Button } from "@/ui/button";

/**
 * The ways out, in the menu of the signed-in person. Nothing that was read stays in this browser's tabs.
 * @param onLeave goes where the server says; left out where the app itself is where one goes
 */
export function SignOutMenu({ onLeave }: { onLeave: ((next: string) => void) | undefined }) {
  const queryClient = useQueryClient();
  const leaving = useMutation({
    ...endSessionMutation(),
    onSettled: (next, error) => {
      if (error && !isSignedOut(error)) return;
      tellTabs({ kind: "left" });
      forgetEverything(queryClient);
      if (next !== undefined) onLeave?.(next);
    },
  });
  const out = (everywhere: boolean) => leaving.mutate(everywhere);
  return (
    <div className="mt-1 flex flex-col border-t border-line pt-1">
      <Button
        variant="quiet"
        className="justify-start! px-2! font-normal! text-ink!"
        busy={leaving.isPending && !leaving.variables}
        onClick={() => out(false)}
      >
        Sign out
      </Button>
      <Button
        variant="quiet"
        className="justify-start! px-2! font-normal! text-ink!"
        busy={leaving.isPending && leaving.variables}
        data-tip="Ends your sessions in every browser"
        onClick={() => out(true)}
      >
        Sign out everywhere
      </Button>
      {leaving.isError && (
        <p role="alert" className="px-2 py-1 text-xs">
          You are still signed in. {describeFailure(leaving.error, "write").title}: try again.
        </p>
      )}
    </div>
  );
}
