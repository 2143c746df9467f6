import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { copyWhenHere } from "./copy-now";

const link = "https://withpersona.com/verify?code=us1-a1B2c3D4e5";
type Content = Record<string, Promise<Blob>>;
const write = vi.fn<(items: { content: Content }[]) => Promise<void>>();
const writeText = vi.fn<(text: string) => Promise<void>>();

/** Stands for the browser's, which node has not. */
class Item {
  readonly content: Content;
  constructor(content: Content) {
    this.content = content;
  }
}

beforeEach(() => {
  write.mockReset().mockImplementation(async ([item]) => void (await item?.content["text/plain"]));
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal("ClipboardItem", Item);
  vi.stubGlobal("navigator", { clipboard: { write, writeText } });
});
afterEach(() => vi.unstubAllGlobals());

it("is handed over in the key press itself, before the link is here", async () => {
  let arrive = (_link: string): void => undefined;
  const copied = copyWhenHere(new Promise((resolve) => (arrive = resolve)));
  expect(write).toHaveBeenCalledOnce();
  arrive(link);
  await expect(copied).resolves.toBe(true);
  const blob = await write.mock.calls[0]?.[0][0]?.content["text/plain"];
  expect(await blob?.text()).toBe(link);
  expect(writeText).not.toHaveBeenCalled();
});

it.each([
  ["refuses it", () => write.mockRejectedValue(new Error("NotAllowedError"))],
  ["knows no promises", () => vi.stubGlobal("ClipboardItem", undefined)],
])("comes as a text where the browser %s", async (_, arrange) => {
  arrange();
  await expect(copyWhenHere(Promise.resolve(link))).resolves.toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith(link);
});

it("is said not to be copied where the browser takes neither", async () => {
  write.mockRejectedValue(new Error("NotAllowedError"));
  writeText.mockRejectedValue(new Error("NotAllowedError"));
  await expect(copyWhenHere(Promise.resolve(link))).resolves.toBe(false);
});

it.each([
  ["fails", () => Promise.reject(new Error("Refused"))],
  ["brings no link", () => Promise.resolve(undefined)],
])("leaves the clipboard as it is where the command %s", async (_, coming) => {
  await expect(copyWhenHere(coming())).resolves.toBe(false);
  expect(writeText).not.toHaveBeenCalled();
});
