import type { Document, Role, Section } from '@askg/contract';
import { round } from '../../bench/statistics.ts';
import { assignRoles, toldRoles } from '../../libs/ddm/src/enrich/section-roles.ts';
import { guessableRoles, guessRole } from '../../libs/ddm/src/enrich/section-roles/guess-role.ts';
import { loadRoleWeights } from '../../libs/ddm/src/enrich/section-roles/load-weights.ts';
import { placesInBody } from '../../libs/ddm/src/enrich/section-roles/places-in-body.ts';
import { sectionTexts } from '../../libs/ddm/src/enrich/section-roles/section-texts.ts';
import { type Judged, macroF1 } from './enrichment/macro-f1.ts';
import { readPapers, wordsOf } from './enrichment/read-papers.ts';
import { writePredictions } from './enrichment/write-predictions.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

type Prediction = { file: string; section: string; role: Role };

/**
 * `--data` takes folders of JATS files. The types of sections (`sec-type`) are taken out before the enricher sees the paper,
 * and are the gold afterwards. A second figure hides the headings, too: what the words and the place of a section tell alone,
 * on sections that have a type or a heading with a role. The weights were learnt from development papers: there it is too
 * good, and what `scripts/train-section-roles.ts --cross-validate` prints is fair.
 */
export const evaluation: Evaluation = {
  describe: 'Roles of sections, compared with the types that publishers gave them, which are hidden.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR…]: folders with JATS files');
  const papers = await readPapers(options.data, options.sample);
  const hidden = papers.map(({ file, document }) => ({ file, document: withoutTypes(document) }));
  const start = performance.now();
  const enriched = hidden.map(({ file, document }) => ({ file, document: assignRoles(document) }));
  const ms = performance.now() - start;
  const predictions = enriched.flatMap(({ file, document }) =>
    document.sections.map(({ id, role }): Prediction => ({ file, section: id, role })),
  );
  writePredictions('roles', options.predictions, predictions);

  const typed = papers.flatMap(({ file, document }) => judgedTypes(file, document, predictions));
  const silent = papers.flatMap(({ document }) => judgedWithoutHeadings(document));
  const sure = silent.filter(({ probability }) => probability >= 0.8);
  const right = (pairs: readonly Judged[]): number =>
    round(pairs.filter(({ expected, predicted }) => expected === predicted).length / Math.max(1, pairs.length), 4);
  const introduction = (pairs: readonly Judged[]): Judged[] =>
    pairs.map(({ expected }) => ({ expected, predicted: mostFrequent(pairs) }));
  const words = papers.reduce((sum, { document }) => sum + wordsOf(document), 0);
  return {
    figures: [
      { name: 'sections with a type', value: typed.length, unit: '' },
      { name: 'right', value: right(typed), unit: '' },
      { name: 'right, baseline: the role met most often', value: right(introduction(typed)), unit: '' },
      { name: 'sections, headings hidden', value: silent.length, unit: '' },
      { name: 'right, headings hidden', value: right(silent), unit: '' },
      { name: 'macro-F1, headings hidden', value: round(macroF1(silent), 4), unit: '' },
      { name: 'right of those that are sure enough', value: right(sure), unit: '' },
      { name: 'share that is sure enough', value: round(sure.length / Math.max(1, silent.length), 4), unit: '' },
      {
        name: 'right, headings hidden, baseline: the role met most often',
        value: right(introduction(silent)),
        unit: '',
      },
      { name: 'speed', value: round((1000 * ms) / words, 2), unit: 'ms per 1,000 words' },
    ],
    details: {
      differences: typed
        .filter(({ expected, predicted }) => expected !== predicted)
        .map(({ heading, expected, predicted }) => `${heading}: type ${expected}, taken for ${predicted}`),
    },
  };
}

function withoutTypes(document: Document): Document {
  const plain = (section: Section): Section => ({ ...section, role: 'other', sections: section.sections.map(plain) });
  return { ...document, sections: document.sections.map(plain) };
}

/** Sections of the first level with a type and a heading: back matter without headings is told by its place in the file. */
function judgedTypes(
  file: string,
  { sections }: Document,
  predictions: readonly Prediction[],
): (Judged & { heading: string })[] {
  return sections
    .filter(({ role, heading }) => role !== 'other' && heading !== '')
    .map(({ id, role, heading }) => ({
      heading,
      expected: role,
      predicted: predictions.find((each) => each.file === file && each.section === id)?.role ?? 'other',
    }));
}

function judgedWithoutHeadings(document: Document): (Judged & { probability: number })[] {
  const told = toldRoles(document);
  const places = placesInBody(told);
  return told.flatMap((section, i) => {
    const place = places[i];
    if (place === undefined || !(guessableRoles as readonly Role[]).includes(section.role)) return [];
    const guess = guessRole(sectionTexts(section), place, loadRoleWeights());
    return guess ? [{ expected: section.role, predicted: guess.role, probability: guess.probability }] : [];
  });
}

function mostFrequent(pairs: readonly Judged[]): string {
  const count = (name: string): number => pairs.filter(({ expected }) => expected === name).length;
  return pairs.reduce((best, { expected }) => (count(expected) > count(best) ? expected : best), '');
}
