type Row = {
  type: string;
  id: string;
  attributes: object;
  relationships: object;
};

type Lazy<Made extends Row> = Pick<Made, "type" | "attributes" | "relationships"> & { id: string };

/**
 * A resource whose heavy parts are made when somebody first reads them. They stay own, enumerable properties that can be assigned: a spread
 * sees them, and a change to the resource replaces them.
 * @param make works on nothing but its arguments, so that 100,000 rows share one function; `relate` likewise
 */
export function lazyRow<Made extends Row, Of>(
  type: Made["type"],
  id: string,
  of: Of,
  make: (of: Of) => Made["attributes"],
  relate: (of: Of) => Made["relationships"],
): Lazy<Made> {
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
