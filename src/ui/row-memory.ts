import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";

/*
 * The row a list was left from, for each entry of the history: Back leads to the row that was open. Only for as long as the page lives, since
 * row ids name persons.
 */

/** A row, and where it stood: when it is gone, the one that has taken its place is next. */
export type RowPlace = { readonly rowId: string; readonly index: number };

const places = new Map<string, RowPlace & { table: string }>();
/** More than anybody goes back; keeps a day of work from piling up. */
const most = 200;

type RowMemory = {
  /** The row of this table that the page was left from, when it is shown again; undefined when it is a new visit. */
  recall: () => RowPlace | undefined;
  remember: (place: RowPlace) => void;
};

/** What is remembered of one table on the page of the address. */
export function useRowMemory(table: string): RowMemory {
  const { history } = useRouter();
  return useMemo(() => {
    const entry = () => history.location.state.__TSR_key ?? "";
    return {
      recall: () => {
        const place = places.get(entry());
        return place?.table === table ? place : undefined;
      },
      remember: (place) => {
        places.delete(entry());
        places.set(entry(), { ...place, table });
        const [oldest] = places.keys();
        if (places.size > most && oldest !== undefined) places.delete(oldest);
      },
    };
  }, [history, table]);
}
