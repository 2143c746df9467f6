import type { ComponentType, SVGProps } from "react";

/** One of `lucide-react/icons`, each imported where it is drawn, so that a page carries only its own. All are decoration: a word stands beside them. */
export type Icon = ComponentType<SVGProps<SVGSVGElement> & { size?: string | number }>;
