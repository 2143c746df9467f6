import { type ComponentType, type ReactNode, useEffect, useState } from "react";

type LateProps = {
  /** What keeps its place while its code is on the way. */
  fallback?: ReactNode;
  /** What is said where its code can't be had. */
  instead?: ReactNode;
};

/** A component whose code comes once it is drawn. */
export type Late<Props> = ComponentType<Props & LateProps>;

const againMs = 5_000;

/**
 * Makes a component of code that comes by itself once it is needed. It neither suspends what stands around it nor takes the page away where it
 * can't be loaded: it is asked for again while it is wanted, and at the next try.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  const known: { component?: ComponentType<Props> } = {};
  return function LateComponent(props) {
    const [Shown, setShown] = useState(() => known.component);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Shown) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isGone = false;
      const ask = () => {
        load().then(
          (component) => {
            known.component = component;
            if (!isGone) setShown(() => component);
          },
          () => {
            if (isGone) return;
            setFailed(true);
            timer = setTimeout(ask, againMs);
          },
        );
      };
      ask();
      return () => {
        isGone = true;
        clearTimeout(timer);
      };
    }, [Shown]);
    if (Shown) return <Shown {...props} />;
    return hasFailed ? props.instead : props.fallback;
  };
}
