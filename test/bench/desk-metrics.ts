/** What the instances measured themselves, all together. */
export type DeskMetrics = {
  /** Reads that a call under way answered as well. */
  readonly shared: number;
  /** Reads that an answer from a moment before answered as well. */
  readonly cached: number;
};

/** Reads the metrics of every instance. @param ports where they are served */
export async function readDeskMetrics(ports: readonly number[]): Promise<DeskMetrics> {
  const texts = await Promise.all(ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()));
  const sum = (how: string) =>
    texts.reduce((total, text) => {
      const [, value = "0"] = new RegExp(`^desk_persona_calls_saved_total\\{how="${how}"\\} (\\S+)$`, "m").exec(text) ?? [];
      return total + Number(value);
    }, 0);
  return { shared: sum("shared"), cached: sum("cached") };
}
