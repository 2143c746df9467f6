/**
 * What other tools fill in, such as `{{link}}`, `${name}` or `<% name %>`. Here nothing is filled in: the link and its end stand below the words by
 * themselves, and the user would read the placeholder.
 */
export const holdsPlaceholder = (text: string): boolean => /\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|<%[^%]{0,200}%>/.test(text);
