import { readFileSync } from 'node:fs';
import type { Facts, ReferenceFact } from '../facts.ts';
import { type CheckedTruth, checkedTruth } from './checked-truth.ts';
import { converterTextTruth } from './converter-text-truth.ts';
import { crossrefTruth } from './crossref-truth.ts';
import { jatsTruth } from './jats-truth.ts';
import { markdownTruth } from './markdown-truth.ts';
import { metadataTruth } from './metadata-truth.ts';
import { s2orcTruth } from './s2orc-truth.ts';

export type Truth = {
  kind: 'jats' | 'crossref' | 'markdown' | 'metadata' | 'converter-text' | 's2orc' | 'checked' | 'unknown';
  facts: Facts;
  /** A text of the paper whose sentences are not word for word those of the page. */
  words?: readonly string[];
  edges?: CheckedTruth['edges'];
  counts?: CheckedTruth['counts'];
  /** Entries of the reference list that were looked at; not all of them. */
  entries?: readonly ReferenceFact[];
};

/** Reads a truth in any of the forms that papers come with; the ending of the name tells which. */
export function readTruth(file: string): Truth {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.crossref.xml')) return { kind: 'crossref', facts: crossrefTruth(text) };
  if (/\.n?xml$/u.test(file)) return { kind: 'jats', facts: jatsTruth(text) };
  if (file.endsWith('.md')) return { kind: 'markdown', facts: markdownTruth(text) };
  if (file.endsWith('.yaml')) return { kind: 'metadata', facts: metadataTruth(text) };
  if (file.endsWith('.txt')) return { kind: 'converter-text', ...converterTextTruth(text) };
  if (file.endsWith('.checked.json')) return { kind: 'checked', ...checkedTruth(text) };
  // Other converters leave JSON beside a PDF too.
  return text.includes('"pdf_parse"') ? { kind: 's2orc', ...s2orcTruth(text) } : { kind: 'unknown', facts: {} };
}
