import { readFileSync } from 'node:fs';
import { foldPhrase } from './fold-phrase.ts';

/** Stands in the package beside `src` and `dist`; `scripts/make-cso-topics.ts` makes it. */
export const csoTopicsFile = new URL('../../../data/cso-topics.txt', import.meta.url);

const namespace = 'https://cso.kmi.open.ac.uk/topics/';

let labels: ReadonlyMap<string, string> | undefined;

/**
 * The topic of the Computer Science Ontology (https://cso.kmi.open.ac.uk) with this name, whatever its case, hyphens or
 * plural. The ontology makes its IRIs from labels.
 * @param folded a phrase as `foldPhrase` gives it
 */
export function csoTopic(folded: string): string | undefined {
  labels ??= readLabels();
  const label = labels.get(folded);
  return label === undefined ? undefined : namespace + encodeURIComponent(label.replaceAll(' ', '_'));
}

/**
 * By folded form. The ontology has many labels twice, in the singular and in the plural, as equivalent topics; which of
 * them it prefers is not in the list of labels, and is mostly the plural, but not of words in -ing. Both must lead to one
 * topic here.
 */
function readLabels(): Map<string, string> {
  const found = new Map<string, string>();
  for (const label of readFileSync(csoTopicsFile, 'utf8').trimEnd().split('\n')) {
    const plain = label.replace(/\s*\([^)]*\)$/u, '');
    const folded = foldPhrase(plain);
    const known = found.get(folded);
    if (known === undefined || isPreferred(label, known)) found.set(folded, label);
  }
  return found;
}

function isPreferred(label: string, known: string): boolean {
  if (label.includes('(') !== known.includes('(')) return known.includes('(');
  return /ings?$/u.test(label) ? label.length < known.length : label.length > known.length;
}
