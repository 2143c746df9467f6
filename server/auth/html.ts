const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup that `html` made. */
export type Html = {
  readonly markup: string;
};

type Part = string | Html | readonly Html[];

const markupOf = (part: Part): string => {
  if (typeof part === "string") return part.replaceAll(/[&<>"']/g, (character) => references[character] ?? "");
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
};

/** Markup with texts in it: texts are escaped, for elements and for quoted attributes alike; markup made by `html` stays. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + (index < parts.length ? markupOf(parts[index] ?? "") : "")).join("") };
}

/** A whole page in the desk's look, without script. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Inquiry Desk</title>
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href="/auth/pages.css" />
      </head>
      <body>
        <main>
          <p class="product">Inquiry Desk</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.markup;
}
