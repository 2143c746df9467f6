interface Row {
  type: string;
  id: string;
  attributes: object;
}

interface RelatedRow extends Row {
  relationships: object;
}

type Lazy<Made extends Row> = { type: Made["type"]; id: string; attributes: Made["attributes"] };
type LazyRelated<Made extends RelatedRow> = Lazy<Made> & { relationships: Made["relationships"] };

/**
 * A resource whose heavy parts are made when somebody first reads them. They stay own, enumerable properties that can be assigned: a spread
 * sees them, and a change to the resource replaces them.
 * @param make works on nothing but its arguments, so that 100,000 rows share one function
 */
export function lazyRow<Made extends Row, Of>(type: Made["type"], id: string, of: Of, make: (of: Of) => Made["attributes"]): Lazy<Made> {
  let made: Made["attributes"] | undefined;
  return {
    type,
    id,
    get attributes() {
      return (made ??= make(of));
    },
    set attributes(value) {
      made = value;
    },
  };
}

/** The same with relationships. */
export function lazyRelatedRow<Made extends RelatedRow, Of>(
  type: Made["type"],
  id: string,
  of: Of,
  make: (of: Of) => Made["attributes"],
  relate: (of: Of) => Made["relationships"],
): LazyRelated<Made> {
  let made: Made["attributes"] | undefined;
  let related: Made["relationships"] | undefined;
  return {
    type,
    id,
    get attributes() {
      return (made ??= make(of));
    },
    set attributes(value) {
      made = value;
    },
    get relationships() {
      return (related ??= relate(of));
    },
    set relationships(value) {
      related = value;
    },
  };
}
