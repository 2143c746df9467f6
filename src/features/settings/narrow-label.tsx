/** Says again what the column head says, which is out of sight on a narrow screen. */
export const NarrowLabel = ({ children }: { children: string }) => (
  <span aria-hidden="true" className="mb-1 text-xs text-ink-muted sm:hidden max-sm:block">
    {children}
  </span>
);
