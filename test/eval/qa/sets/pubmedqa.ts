import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cutSentences } from '@askg/ddm';
import { readPolarity } from '../polarity.ts';
import { macroF1 } from '../metrics/set-f1.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import type { Prediction } from '../prediction.ts';
import type { ReadSet } from '../qa-set.ts';
import { readText } from './rows.ts';

type Row = { QUESTION: string; CONTEXTS: string[]; LABELS: string[]; final_decision: string };

/**
 * PubMedQA: yes, no or maybe from the abstract without its conclusion. Half the questions taught the reading of cues. It reads
 * the part that tells results; the methods beside it read the sentences that they found.
 */
export const pubmedqa: ReadSet = ({ data }) => {
  const rows = Object.entries(JSON.parse(readText(join(data, 'pqal_dev500.json.gz'))) as Record<string, Row>);
  const byId = new Map(rows);
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
    conclude: ({ id, text }, { evidence }, { method }) => {
      const sentences = method === 'askg' ? resultsOf(byId.get(id)) : evidence;
      return readPolarity(text, sentences)?.polarity ?? 'maybe';
    },
    gold: () => (predictions) => {
      const right = ({ id, answer }: Prediction) => Number(answer === decisions.get(id));
      const unseen = predictions.filter(({ id }) => !taught(id));
      const due = unseen.map(({ id }) => decisions.get(id) ?? '');
      return {
        each: {
          accuracy: predictions.map((each) => (taught(each.id) ? undefined : right(each))),
          'accuracy where learnt': predictions.map((each) => (taught(each.id) ? right(each) : undefined)),
          'accuracy of always yes': predictions.map(({ id }) =>
            taught(id) ? undefined : Number(decisions.get(id) === 'yes'),
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

/** Whether the weights of the reading were learnt on a question. */
function taught(id: string): boolean {
  return (createHash('sha256').update(id).digest().at(-1) ?? 0) % 2 === 0;
}

/** The sentences of the parts that tell what came out; of the last part where none is named so. */
function resultsOf(row: Row | undefined): string[] {
  const { CONTEXTS: contexts, LABELS: labels } = row ?? { CONTEXTS: [], LABELS: [] };
  const results = contexts.filter((_, i) => /result|finding|conclu/iu.test(labels[i] ?? ''));
  return (results.length > 0 ? results : contexts.slice(-1)).flatMap((text) =>
    cutSentences(text, []).map(({ start, end }) => text.slice(start, end)),
  );
}

function headingOf(label = ''): string {
  return label.slice(0, 1) + label.slice(1).toLowerCase();
}
