/** One event of a stream as a browser's EventSource would dispatch it. */
export type ReadEvent = {
  readonly event: string;
  readonly data: unknown;
  readonly lastEventId: string;
};

/** Reads `text/event-stream` as the WHATWG standard says, as far as the desk writes it. */
export function readEvents(response: Response) {
  if (!response.body) throw new Error("The answer has no body.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const waiting: ReadEvent[] = [];
  let text = "";
  let lastEventId = "";
  let retry: number | undefined;
  let comments = 0;

  function take(block: string): void {
    let event = "message";
    let data: string | undefined;
    for (const line of block.split("\n")) {
      const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (name === "" && line.startsWith(":")) comments += 1;
      if (name === "id") lastEventId = value;
      if (name === "event") event = value;
      if (name === "retry") retry = Number(value);
      if (name === "data") data = data === undefined ? value : `${data}\n${value}`;
    }
    if (data !== undefined) waiting.push({ event, data: JSON.parse(data), lastEventId });
  }

  async function more(): Promise<boolean> {
    const { done, value } = await reader.read();
    if (done) return false;
    text += value;
    for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
      take(text.slice(0, end));
      text = text.slice(end + 2);
    }
    return true;
  }

  return {
    /** The next event; undefined when the stream has ended. */
    async next(): Promise<ReadEvent | undefined> {
      while (waiting.length === 0) if (!(await more())) return undefined;
      return waiting.shift();
    },
    /** Reads on until so many comments have come. */
    async heartbeats(count: number): Promise<void> {
      while (comments < count) if (!(await more())) throw new Error("The stream has ended.");
    },
    /** Reads until the browser knows where it is. */
    async opened(): Promise<{ lastEventId: string; retry: number | undefined }> {
      while (lastEventId === "") if (!(await more())) throw new Error("The stream has ended.");
      return { lastEventId, retry };
    },
    get lastEventId(): string {
      return lastEventId;
    },
    /** Leaves, as a browser does when its tab is closed. */
    leave: () => reader.cancel(),
  };
}
