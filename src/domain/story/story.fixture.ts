/** Short ways to write events and to read stories. Used by tests only. */
import type { EventFacts } from "@/domain/facts";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import type { StoryEntry, StoryInput } from "@/domain/story/story-types";

export const start = Date.parse("2026-03-02T09:00:00.000Z");
export const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
export const hours = (n: number) => n * 60;
export const id = "inq_1";
let serial = 0;
export const event = (name: string, minutes: number, data: object = { type: "inquiry", id }, context?: object): EventFacts => {
  serial += 1;
  return { id: `evt_${serial}`, name, createdAt: at(minutes), payload: { data }, context };
};
export const ver = (verId: string, kind = "government-id") => ({ type: `verification/${kind}`, id: verId });
export const ses = (sesId: string) => ({ type: "inquiry-session", id: sesId });
export const told = (input: StoryInput) => tellInquiryStory(input).entries.map((entry) => entry.sentence);
export const find = (input: StoryInput, text: string): StoryEntry => {
  const entry = tellInquiryStory(input).entries.find(({ sentence }) => sentence.includes(text));
  if (!entry) throw new Error(`no entry says “${text}”: ${told(input).join(" | ")}`);
  return entry;
};
