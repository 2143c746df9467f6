/** Words that stand in square or curly brackets for something to come; other words in brackets are a company's own. */
const toCome =
  "(?:insert|enter|add|your|user|customer|client|applicant|contact|ticket|recipient|first|last|full|name|link|url|date|reference)";

const kinds = [
  // Handlebars, Liquid and most help desks; their conditions; templates of code; Salesforce; Help Scout
  /\{\{[^{}]{0,200}\}\}|\{%[^%{}]{0,200}%\}|\$\{[^{}]{0,200}\}|<%[^%]{0,200}%>|\{![^{}]{1,200}\}/,
  // Mailchimp; what word processors merge
  /\*\|[^|*]{1,100}\|\*|«[^«»]{1,100}»|%%?[A-Z][A-Z_]{1,60}%%?/,
  // by hand: [link], {first name}, [[insert the date]], <link>
  new RegExp(
    `\\[{1,2}${toCome}(?:[ _.:-][^\\[\\]\\n]{0,100})?\\]{1,2}(?!\\()|\\{${toCome}(?:[ _.:-][^{}\\n]{0,100})?\\}|<${toCome}(?:[ _-][^<>\\n]{0,100})?>`,
    "i",
  ),
];

/**
 * What other tools fill in, such as `{{link}}`, `${name}` or `<% name %>`. Here nothing is filled in: the link and its end stand below the words by
 * themselves, and the user would read the placeholder.
 */
export const holdsPlaceholder = (text: string): boolean => kinds.some((kind) => kind.test(text));
