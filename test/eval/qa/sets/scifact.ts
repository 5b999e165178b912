import { join } from 'node:path';
import { overlap } from '../metrics/set-f1.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import { holderOf } from '../plain-letters.ts';
import type { ReadSet } from '../qa-set.ts';
import { claimLabel } from './claim-label.ts';
import { readRows, readText } from './rows.ts';

type Claim = { _id: string; text: string; metadata: Record<string, { sentences: number[]; label: string }[]> };
type Abstract = { _id: string; title: string; sentences: string[] };

/**
 * SciFact with the abstract given: the label of each claim, and the sentences that bear it out. Every claim is asked of the
 * first abstract judged for it. The judged abstracts are known, so what finding them would cost is not scored here.
 */
export const scifact: ReadSet = ({ data }) => {
  const claims = readRows<Claim>(join(data, 'queries.jsonl'));
  const judged = new Map<string, string>();
  for (const line of readText(join(data, 'qrels', 'train.tsv'))
    .split('\n')
    .slice(1)) {
    const [claim = '', paper] = line.split('\t');
    if (paper !== undefined && !judged.has(claim)) judged.set(claim, paper);
  }
  const wanted = new Set(judged.values());
  const abstracts = readRows<Abstract>(join(data, 'corpus.jsonl.gz')).filter(({ _id }) => wanted.has(_id));
  const sentences = new Map(abstracts.map(({ _id, sentences: texts }) => [_id, texts]));
  return {
    name: 'scifact',
    papers: abstracts.map(({ _id, title, sentences: texts }) =>
      paperOfParts('scifact', _id, title, [{ heading: 'Abstract', paragraphs: [texts] }]),
    ),
    questions: claims.flatMap(({ _id: id, text }) => {
      const paper = judged.get(id);
      return paper === undefined ? [] : [{ id, text, papers: [paper] }];
    }),
    conclude: ({ text }, { verdict, evidence }) =>
      verdict === 'not-in-corpus' ? 'NOT ENOUGH' : claimLabel(text, evidence),
    gold: () => {
      const byId = new Map(claims.map(({ _id, metadata }) => [_id, metadata]));
      return (predictions) => {
        const due = predictions.map(({ id }) => {
          const paper = judged.get(id) ?? '';
          const rationales = byId.get(id)?.[paper] ?? [];
          const label = rationales[0]?.label ?? 'NOT ENOUGH';
          return {
            label,
            rationales: new Set(rationales.flatMap((each) => each.sentences)),
            texts: sentences.get(paper) ?? [],
          };
        });
        const labels = predictions.map(({ answer }, i) => `${answer} ${i}`).filter((label) => !label.startsWith('NOT'));
        const dueLabels = due.map(({ label }, i) => `${label} ${i}`).filter((label) => !label.startsWith('NOT'));
        const { f1, precision, recall } = overlap(new Set(labels), new Set(dueLabels));
        return {
          each: {
            'label accuracy': predictions.map(({ answer }, i) => Number(answer === due[i]?.label)),
            'rationale F1': predictions.map(({ evidence }, i) => {
              const { rationales, texts } = due[i] ?? { rationales: new Set<number>(), texts: [] };
              if (rationales.size === 0) return undefined;
              return overlap(new Set(evidence.map((quote) => holderOf(quote, texts) ?? -1)), rationales).f1;
            }),
          },
          whole: [
            { name: 'label F1', value: f1, unit: '' },
            { name: 'label precision', value: precision, unit: '' },
            { name: 'label recall', value: recall, unit: '' },
          ],
          notes: {
            label: 'Micro F1 of SUPPORT and CONTRADICT, with the judged abstract given.',
            unscored: 'Rationales are one set here: which sentences only hold together is lost.',
          },
        };
      };
    },
  };
};
