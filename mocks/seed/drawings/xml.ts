// Characters XML 1.0 forbids even when escaped: most controls, lone surrogates, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text made safe to stand in an XML element or attribute; characters XML cannot carry are dropped. */
export function xml(text: string): string {
  return text.replaceAll(forbidden, "").replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** At most `length` characters (whole code points, never half a pair), with an ellipsis when something is cut. */
function clip(text: string, length: number): string {
  const points = Array.from(text);
  return points.length <= length ? text : `${points.slice(0, length - 1).join("")}…`;
}

type TextStyle = {
  size: number;
  weight?: number;
  fill?: string;
  /** Widest the text may become, in user units; wider text is set smaller, then clipped. */
  width?: number;
  family?: "sans" | "mono" | "hand";
  anchor?: "start" | "middle" | "end";
  spacing?: number;
  opacity?: number;
};

const families = {
  sans: "Inter,'Noto Sans','Segoe UI',system-ui,sans-serif",
  mono: "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace",
  hand: "'Segoe Script','Bradley Hand','Snell Roundhand',cursive",
};

// Wide scripts take about the whole em, bold Latin capitals about three quarters of it.
const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u;

function widthInEms(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 1.02 : /[A-ZÀ-Þ\d@<>]/.test(character) ? 0.76 : 0.62;
  return width;
}

/** One line of text that cannot leave its box nor its element, whatever it holds. */
export function textAt(x: number, y: number, content: string, style: TextStyle): string {
  const { weight = 400, fill = "#1d2733", width, family = "sans", anchor = "start", spacing, opacity } = style;
  let { size } = style;
  let shown = clip(content.replaceAll(/\s+/g, " "), 120);
  if (width !== undefined) {
    const fits = () => widthInEms(shown) * size <= width;
    while (!fits() && size > style.size * 0.62) size -= 1;
    while (!fits() && shown.length > 2) shown = clip(shown, Array.from(shown).length - 1);
  }
  const optional = `${spacing === undefined ? "" : ` letter-spacing="${spacing}"`}${opacity === undefined ? "" : ` opacity="${opacity}"`}`;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" font-family="${families[family]}" text-anchor="${anchor}" style="unicode-bidi:isolate"${optional}>${xml(shown)}</text>`;
}
