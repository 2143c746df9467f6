/** The look of the pages before and after the application: its colours and measures (src/ui/tokens.css), nothing of its build. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --canvas: light-dark(#f7f7f9, #0d0e11);
  --surface: light-dark(#ffffff, #131418);
  --hover: light-dark(#f5f6f8, #1a1c21);
  --line: light-dark(#e6e7eb, #25282f);
  --control: light-dark(#878c99, #6a7080);
  --ink: light-dark(#17191f, #eceef2);
  --ink-muted: light-dark(#525866, #a8aebb);
  --ink-faint: light-dark(#646a78, #8f95a3);
  --accent: light-dark(#2f54d6, #4465e6);
  --accent-hover: light-dark(#2746b8, #3a5ad4);
  --focus: light-dark(#2f54d6, #8ea5ff);
}

* {
  box-sizing: border-box;
}

body {
  display: grid;
  min-width: 20rem;
  min-height: 100vh;
  margin: 0;
  padding: 1.5rem 1rem;
  place-items: center;
  background: var(--canvas);
  color: var(--ink);
  font:
    0.875rem/1.25rem "Inter Variable",
    Inter,
    system-ui,
    sans-serif;
  overflow-wrap: anywhere;
}

main {
  width: min(26rem, 100%);
  padding: 1.5rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--surface);
}

h1 {
  margin: 0 0 0.75rem;
  font-size: 1.25rem;
  font-weight: 600;
  line-height: 1.75rem;
}

p {
  margin: 0 0 0.75rem;
  color: var(--ink-muted);
}

.product {
  margin-bottom: 0.25rem;
  color: var(--ink-faint);
  font-weight: 500;
}

.faint,
dt {
  color: var(--ink-faint);
  font-size: 0.75rem;
}

main > :last-child {
  margin-bottom: 0;
}

dl {
  margin: 0 0 0.75rem;
}

dd {
  margin: 0 0 0.5rem;
}

code {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  font-size: 0.8125rem;
}

.button {
  display: inline-block;
  padding: 0.375rem 0.75rem;
  border-radius: 6px;
  background: var(--accent);
  color: #ffffff;
  font-weight: 500;
  text-decoration: none;
}

.button:hover {
  background: var(--accent-hover);
}

.people {
  display: grid;
  gap: 0.5rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

.people button {
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0 0.75rem;
  width: 100%;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--control);
  border-radius: 6px;
  background: var(--surface);
  color: var(--ink);
  font: inherit;
  text-align: start;
  cursor: pointer;
}

.people button:hover {
  background: var(--hover);
}

.name {
  font-weight: 500;
}

.role {
  color: var(--ink-muted);
}

.people .faint {
  grid-column: 1 / -1;
}

:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 1px;
}
`;
