/** A text that asks about a query and a document: what it says before each of them, and at its end. */
export type PairTemplate = { query: string; document: string; end: string };

/** The whole text. Nothing is escaped: words of the template may stand in the query and the document too. */
export function fillTemplate(template: PairTemplate, query: string, document: string): string {
  return `${template.query}${query}${template.document}${document}${template.end}`;
}
