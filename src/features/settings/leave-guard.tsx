import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

type LeaveGuardProps = {
  /** Whether something would be lost now. */
  when: boolean;
  title: string;
  children: string;
  leave: string;
  stay: string;
};

/**
 * Asks before a page is left, closed or reloaded with something on it that exists nowhere else. On the history itself: the router's own
 * hook would come along with the code that every page loads first.
 */
export function LeaveGuard({ when, title, children, leave, stay }: LeaveGuardProps) {
  const { history } = useRouter();
  const [answer, setAnswer] = useState<(leaves: boolean) => void>();
  useEffect(() => {
    if (!when) return;
    const ask = () =>
      new Promise<boolean>((block) => {
        setAnswer(() => (leaves: boolean) => {
          setAnswer(undefined);
          block(!leaves);
        });
      });
    return history.block({ blockerFn: ask, enableBeforeUnload: true });
  }, [history, when]);
  return (
    <Dialog
      open={answer !== undefined}
      onClose={() => answer?.(false)}
      title={title}
      footer={
        <>
          <Button variant="quiet" onClick={() => answer?.(true)}>
            {leave}
          </Button>
          <Button variant="primary" onClick={() => answer?.(false)}>
            {stay}
          </Button>
        </>
      }
    >
      <p className="text-sm">{children}</p>
    </Dialog>
  );
}
