import { f1, precision, recall, type Tally } from './measures/tally.ts';

/** How a measure is printed: its name, what of the tally it is, and the bar that was set. */
export type MeasureName = { id: string; label: string; value: (tally: Tally) => number | undefined; bar?: string };

/** In the order in which they are printed. */
export const measureNames: readonly MeasureName[] = [
  { id: 'recall', label: 'sentences found, in order', value: recall, bar: '0.977 (0.99 on JOSE)' },
  { id: 'anywhere', label: 'sentences found anywhere', value: recall },
  { id: 'lost', label: 'sentences not found that pdftotext finds', value: recall },
  { id: 'precision', label: 'sentences right', value: precision, bar: '0.97' },
  { id: 'edges', label: 'checked starts and ends of paragraphs found, in order', value: recall, bar: '0.95' },
  { id: 'aligned', label: 'sentences of a converter’s text found, in order', value: recall, bar: '0.95' },
  { id: 'words', label: 'words of a converter’s text found, in order', value: recall },
  { id: 'wordsRight', label: 'words that are in a converter’s text (it leaves out citations)', value: precision },
  { id: 'inversions', label: 'reading order turned back, share of sentences', value: recall },
  { id: 'headings', label: 'headings F1', value: f1, bar: '0.95' },
  { id: 'levels', label: 'headings with level F1', value: f1, bar: '0.95' },
  { id: 'paragraphs', label: 'paragraph boundaries F1', value: f1 },
  { id: 'title', label: 'title exact', value: recall, bar: '0.97' },
  { id: 'authors', label: 'authors F1', value: f1, bar: '0.95' },
  { id: 'abstract', label: 'abstract F1 (words)', value: f1 },
  { id: 'referenceCount', label: 'references off, share of their count', value: recall, bar: '0.03 at most' },
  { id: 'depositCount', label: 'references off, against deposits (some leave entries out)', value: recall },
  { id: 'entries', label: 'references alone in their entry', value: recall, bar: '0.97' },
  { id: 'fields', label: 'reference fields F1', value: f1, bar: '0.9' },
  { id: 'field authors', label: 'reference authors (whole list) F1', value: f1 },
  { id: 'referenceAuthors', label: 'reference authors (each name) F1', value: f1 },
  { id: 'field title', label: 'reference title F1', value: f1 },
  { id: 'field container', label: 'reference container F1', value: f1 },
  { id: 'field year', label: 'reference year F1', value: f1 },
  { id: 'field volume', label: 'reference volume F1', value: f1 },
  { id: 'field issue', label: 'reference issue F1', value: f1 },
  { id: 'field pages', label: 'reference pages F1', value: f1 },
  { id: 'field doi', label: 'reference DOI F1', value: f1 },
  { id: 'field url', label: 'reference URL F1', value: f1 },
  { id: 'citations', label: 'citations F1', value: f1, bar: '0.93' },
  { id: 'floatCount', label: 'figures and tables off, share of their count', value: recall },
  { id: 'figureCaptions', label: 'figure captions F1', value: f1 },
  { id: 'tableCaptions', label: 'table captions F1', value: f1 },
  { id: 'cells', label: 'table cells F1', value: f1 },
  { id: 'boxes', label: 'sentences whose boxes hold their text', value: recall, bar: '0.98' },
  { id: 'silent', label: 'letters of the page in no node and no finding', value: recall },
];
