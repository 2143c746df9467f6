/**
 * How the flow was filled in, as Persona measured it: what each figure is, with its unit, and which are unusual. The keys are open and may
 * change (spec: `behaviors`); those in Persona's examples are known here. Beside them the feature-flagged `signals` of an inquiry.
 */
import { canonicalKey, fieldLabel } from "@/domain/field-keys";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import { displayLine } from "@/lib/display-text";
import { unknownThreat, weights, type Signal, type SignalName } from "@/domain/signals/signal";
import { readEntries, readList, readNumber, readProperty, readText } from "@/lib/read";

type Behavior = { readonly label: string; readonly text: string };

const number = (value: number, digits = 1) => value.toLocaleString("en", { maximumFractionDigits: digits });

/** "41.7 s", "5 min 12 s". */
function seconds(value: number): string {
  if (value < 120) return `${number(value)} s`;
  const whole = Math.round(value);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const milliseconds = (value: number) => seconds(value / 1000);
const percent = (value: number) => `${number(value)} %`;
const ofHundred = (value: number) => `${number(value, 0)} of 100`;
const times = (value: number) => (value === 1 ? "once" : value === 0 ? "never" : `${number(value, 0)} times`);

/** Units: Persona docs, Inquiry behaviors; hesitation is in milliseconds by the size of its examples. */
const units = new Map<string, (value: number) => string>([
  ["bot-score", ofHundred],
  ["completion-time", seconds],
  ["hesitation-baseline", milliseconds],
  ["hesitation-time", milliseconds],
  ["hesitation-percentage", percent],
  ["hesitation-count", times],
  ["distraction-events", times],
  ["shortcut-copies", times],
  ["shortcut-pastes", times],
  ["autofill-starts", times],
  ["autofill-cancels", times],
  ["request-spoof-attempts", times],
  ["user-agent-spoof-attempts", times],
]);

/** Every figure with its unit, in the order sent; names and values nobody has documented as they come. */
export function behaviorFacts(behaviors: unknown): Behavior[] {
  return readEntries(behaviors)
    .slice(0, 60)
    .map(([key, value]) => {
      const unit = units.get(canonicalKey(key));
      const figure = readNumber(value);
      const text = unit && figure !== undefined ? unit(figure) : fieldViewText(viewFieldValue(value));
      return { label: fieldLabel(key), text };
    });
}

/** Bounds are ours: Persona publishes none. Its example score of 70 is shown as high in its dashboard. */
const bounds = { botHigh: 70, botMedium: 50, quickest: 60, pastes: 5 };

const harmless: readonly string[] = ["low", "none", "unknown"];

/** @param inquiry anything with `behaviors` and, where Persona has switched them on, `signals` */
export function behaviorSignals(inquiry: { readonly behaviors?: unknown }): Signal[] {
  const values = new Map<string, unknown>([
    ...readList(readProperty(inquiry, "signals")).map((entry): [string, unknown] => [
      canonicalKey((readText(readProperty(entry, "name")) ?? "").split("/").at(-1) ?? ""),
      readProperty(entry, "value"),
    ]),
    // what was not measured takes nothing from what a signal tells
    ...readEntries(inquiry.behaviors).flatMap(([key, value]): [string, unknown][] => (value === null ? [] : [[canonicalKey(key), value]])),
  ]);
  const figure = (key: string) => readNumber(values.get(key));
  const found: Signal[] = [];
  const add = (name: SignalName, tone: Signal["tone"], label: string, sentence: string) =>
    found.push({ name, label, sentence, tone, weight: weights[name], fact: { of: "behavior" } });

  const bot = figure("bot-score");
  if (bot !== undefined && bot >= bounds.botMedium) {
    add("bot-score", bot >= bounds.botHigh ? "red" : "amber", `Bot score ${ofHundred(bot)}`, "How likely a program filled in the flow.");
  }
  const threat = readText(values.get("behavior-threat-level"))?.toLowerCase();
  if (threat === "high") {
    add("behavior-threat", "red", "Behavior threat high", "Persona rates how the flow was filled in as a high threat.");
  } else if (threat === "medium") {
    add("behavior-threat", "amber", "Behavior threat medium", "Persona rates how the flow was filled in as a medium threat.");
  } else if (threat !== undefined && !harmless.includes(threat)) {
    add("behavior-threat", "amber", `Behavior threat ${displayLine(threat, 40)}`, unknownThreat);
  }
  const requests = figure("request-spoof-attempts") ?? 0;
  if (requests > 0) {
    add("request-spoofing", "red", `Requests forged ${times(requests)}`, "Requests came that the flow itself did not send.");
  }
  const agents = figure("user-agent-spoof-attempts") ?? 0;
  if (agents > 0) {
    add("user-agent-spoofing", "red", `Browser name forged ${times(agents)}`, "The browser said that it was another than it is.");
  }
  if (values.get("debugger-attached") === true) add("debugger", "orange", "Debugger attached", "A debugger was attached to the page.");
  if (values.get("devtools-open") === true) add("devtools", "amber", "Developer tools open", "The browser's developer tools were open.");
  const completion = figure("completion-time");
  if (completion !== undefined && completion > 0 && completion < bounds.quickest) {
    add("completion-time", "amber", `Completed in ${seconds(completion)}`, "People take longer to photograph a document and themselves.");
  }
  const pastes = figure("shortcut-pastes") ?? 0;
  if (pastes >= bounds.pastes) add("pastes", "amber", `Pasted ${times(pastes)}`, "Values were pasted rather than typed.");
  return found;
}
