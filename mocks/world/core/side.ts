/** Side records to resources of one type, by resource id. */
export type Side<Record> = {
  get(id: string): Record | undefined;
  /** @throws Error when there is none: a fault of the simulator, not of the caller */
  need(id: string): Record;
  set(id: string, record: Record): void;
  /** Makes the records of lazily made resources: asked once for an id that has none yet. */
  derive(make: (id: string) => Record | undefined): void;
};

/** No records yet. @param what names the resource in errors */
export function createSide<Record>(what: string): Side<Record> {
  const records = new Map<string, Record>();
  let make: ((id: string) => Record | undefined) | undefined;
  const get = (id: string): Record | undefined => {
    const known = records.get(id);
    if (known !== undefined || make === undefined) return known;
    const made = make(id);
    if (made !== undefined) records.set(id, made);
    return made;
  };
  return {
    get,
    need(id) {
      const record = get(id);
      if (record === undefined) throw new Error(`No ${what} record for ${id}`);
      return record;
    },
    set: (id, record) => {
      records.set(id, record);
    },
    derive: (derived) => {
      make = derived;
    },
  };
}
