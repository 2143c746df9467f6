import type { ReactNode } from "react";

type PageProps = {
  /** The page is one table that scrolls inside, so that its head and the filters stay where they are. */
  fill?: boolean;
  children: ReactNode;
};

/** The content of a route: the one place that knows the page's margins. */
export function Page({ fill = false, children }: PageProps) {
  return (
    <div className="page" data-fill={fill || undefined}>
      {children}
    </div>
  );
}
