import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTaught } from '../../polarity/labelled-texts.ts';
import { macroF1 } from '../metrics/set-f1.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import type { Prediction } from '../prediction.ts';
import type { ReadSet } from '../qa-set.ts';
import { stanceOf } from '../stance-of.ts';
import { readText } from './rows.ts';

type Row = { QUESTION: string; CONTEXTS: string[]; LABELS: string[]; final_decision: string };

/**
 * PubMedQA: yes, no or maybe from the abstract without its conclusion, `maybe` where nothing is said. Half the development
 * questions taught the product to read cues.
 */
export const pubmedqa: ReadSet = ({ data, split }) => {
  const isDevelopment = (name: string) => name.startsWith('pqal_dev');
  const files = readdirSync(data).filter((name) => /^pqal.*\.json(?:\.gz)?$/u.test(name));
  const file = files.find((name) => isDevelopment(name) === (split === 'development'));
  const rows = Object.entries(
    file === undefined ? {} : (JSON.parse(readText(join(data, file))) as Record<string, Row>),
  );
  const taught = (id: string) => split === 'development' && isTaught(id);
  const decisions = new Map(rows.map(([id, row]) => [id, row.final_decision]));
  return {
    name: 'pubmedqa',
    papers: rows.map(([id, { CONTEXTS: contexts, LABELS: labels }]) => {
      const paper = paperOfParts(
        'pubmedqa',
        id,
        '',
        contexts.map((text, i) => ({ heading: headingOf(labels[i]), paragraphs: [text] })),
      );
      return { ...paper, opening: contexts };
    }),
    questions: rows.map(([id, { QUESTION: text }]) => ({ id, text, papers: [id] })),
    conclude: async ({ text }, prediction, parts) => (await stanceOf(text, prediction, parts)) ?? 'maybe',
    baselines: () => {
      const unseen = rows.filter(([id]) => !taught(id));
      const yes = unseen.filter(([, { final_decision: decision }]) => decision === 'yes');
      return [{ name: 'always yes, accuracy', value: yes.length / unseen.length, unit: '' }];
    },
    gold: () => (predictions) => {
      const right = ({ id, answer }: Prediction) => Number(answer === decisions.get(id));
      const unseen = predictions.filter(({ id }) => !taught(id));
      const due = unseen.map(({ id }) => decisions.get(id) ?? '');
      return {
        each: {
          accuracy: predictions.map((each) => (taught(each.id) ? undefined : right(each))),
          'accuracy where learnt': predictions.map((each) => (taught(each.id) ? right(each) : undefined)),
          'accuracy where the answer opens with it': predictions.map((each) =>
            taught(each.id) || each.told !== true ? undefined : right(each),
          ),
        },
        whole: [
          {
            name: 'macro F1',
            value: macroF1(
              unseen.map(({ answer }) => answer),
              due,
            ),
            unit: '',
          },
        ],
        notes: { accuracy: 'Of the questions that the weights were not learnt on.' },
      };
    },
  };
};

function headingOf(label = ''): string {
  return label.slice(0, 1) + label.slice(1).toLowerCase();
}
