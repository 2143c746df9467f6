interface Row {
  type: string;
  id: string;
  attributes: object;
  relationships?: object;
}

/**
 * A resource whose two heavy parts are made when somebody first reads them. Both stay own, enumerable properties that can be assigned: a
 * spread sees them, and a change to the resource replaces them.
 */
export function lazyRow<Made extends Row>(
  type: Made["type"],
  id: string,
  makeAttributes: () => Made["attributes"],
  makeRelationships?: () => Made["relationships"],
): Made {
  let attributes: Made["attributes"] | undefined;
  let relationships: Made["relationships"] | undefined;
  const row = {
    type,
    id,
    get attributes() {
      return (attributes ??= makeAttributes());
    },
    set attributes(value) {
      attributes = value;
    },
  };
  const related = {
    get relationships() {
      return (relationships ??= makeRelationships?.());
    },
    set relationships(value) {
      relationships = value;
    },
  };
  const whole = makeRelationships === undefined ? row : Object.defineProperties(row, Object.getOwnPropertyDescriptors(related));
  // Its parts have the types of `Made` by the signature; only the literal `type` cannot be told to the compiler.
  return whole as unknown as Made;
}
