import { join } from 'node:path';
import { overlap } from '../metrics/set-f1.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import { holderOf } from '../plain-letters.ts';
import type { ReadSet } from '../qa-set.ts';
import { isOfPart } from './part-of.ts';
import { readText } from './rows.ts';

type Row = { input: string; output: string; ctxs: { title: string | null; text: string | null }[] };

/**
 * ScholarQABench, the questions with experts' answers: which passages are cited, against those that the expert cites, over the
 * passages of all questions. What an answer says, and the rubrics, need a judge and are not scored.
 */
export const scholarqabench: ReadSet = ({ data, split }) => {
  const file = join(data, 'multi_human_answers.json.gz');
  // The file writes NaN for a text that is missing.
  const json = readText(file).replaceAll(/^(\s*"\w+": )NaN(,?)$/gmu, '$1null$2');
  const here = isOfPart(file, split) ? (JSON.parse(json) as Row[]) : [];
  const rows = here.filter(({ ctxs }) => ctxs.length > 0);
  const titles = new Map(
    rows.flatMap(({ ctxs }) => ctxs.flatMap(({ title, text }) => (text?.trim() ? [[text, title ?? ''] as const] : []))),
  );
  const texts = [...titles.keys()];
  return {
    name: 'scholarqabench',
    papers: texts.map((text, i) =>
      paperOfParts('scholarqabench', `${i}`, titles.get(text) ?? '', [{ heading: '', paragraphs: [text] }]),
    ),
    questions: rows.map(({ input: text }, i) => ({ id: `${i}`, text })),
    gold: () => (predictions) => {
      const cited = predictions.map(({ id, verdict, evidence }) => {
        const row = rows[Number(id)];
        const due = new Set(row ? citedBy(row, texts) : []);
        if (due.size === 0) return undefined;
        // What is shown as nearest to a question that is not answered is no citation.
        const found = verdict === 'not-in-corpus' ? [] : evidence.map((quote) => holderOf(quote, texts) ?? -1);
        return { cites: found.length > 0, ...overlap(new Set(found), due) };
      });
      return {
        each: {
          'citation precision': cited.map((each) => (each?.cites ? each.precision : undefined)),
          'citation recall': cited.map((each) => each?.recall),
          'citation F1': cited.map((each) => each?.f1),
        },
        notes: {
          precision:
            'Over the answers that cite. Precision and recall as ALCE defines them ask a model of entailment whether each statement follows from what it cites; here a citation is right where the expert cites the passage too.',
          recall: 'Over all questions; a question that is refused has no citations.',
        },
      };
    },
  };
};

/** Places of the passages behind the numbers in brackets of an expert's answer, which count from 0. */
function citedBy({ output, ctxs }: Row, texts: readonly string[]): number[] {
  const groups = [...output.matchAll(/\[(\d+(?:\s*,\s*\d+)*)\]/g)];
  const numbers = new Set(groups.flatMap(([, list = '']) => list.split(',').map(Number)));
  return [...numbers].map((number) => texts.indexOf(ctxs[number]?.text ?? '')).filter((place) => place >= 0);
}
