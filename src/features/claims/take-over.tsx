import { useEffect, useRef } from "react";
import { Button } from "@/ui/button";

type TakeOverProps = {
  /** Who works on it. */
  from: string;
  onTakeOver: () => void;
  onClose: () => void;
};

/** The second thought before somebody's work is taken over: on the page, beside what it is about. */
export function TakeOver({ from, onTakeOver, onClose }: TakeOverProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed on the buttons inside arrive here
    <div
      className="flex flex-col gap-2 rounded border border-tone-line bg-tone-soft p-2 text-xs"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p>
        Take it over from <bdi>{from}</bdi>? They see it at once, and it is recorded.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button ref={first} size="small" variant="primary" onClick={onTakeOver}>
          Take over
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          Leave it to them
        </Button>
      </div>
    </div>
  );
}
