import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CitationClass } from '../../../libs/ddm/src/enrich/citation-function/classes.ts';

/** A citing sentence of SciCite (Cohan et al. 2019) with the class that people gave it, under our name. */
export type LabelledCitation = { text: string; label: CitationClass };

/**
 * SciCite's three classes are our coarse ones. Our finer functions fall into them so: background is
 * `obtainsBackgroundFrom` and `citesAsPotentialSolution`; method is `usesMethodIn`, `usesDataFrom` and `extends`; result
 * (a comparison of results) is `agreesWith`, `disagreesWith` and `discusses`.
 */
const classOf: Readonly<Record<string, CitationClass>> = {
  background: 'background',
  method: 'use',
  result: 'comparison',
};

/** Reads JSON lines `{text, label}`, plain or with gzip. */
export function readLabelledCitations(file: string): LabelledCitation[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as { text: string; label: string };
      const label = classOf[row.label];
      if (label === undefined) throw new Error(`${file}: unknown label "${row.label}"`);
      return { text: row.text, label };
    });
}
