import { join } from 'node:path';
import { readRows, readText } from '../../qa/sets/rows.ts';
import { paperOfText, type Source } from './sourced-paper.ts';

type Claim = { _id: string; text: string; metadata: Record<string, unknown> };
type Abstract = { _id: string; title: string; sentences: string[] };

/** Claims of SciFact as questions, each with an abstract that supports or refutes it. */
export function scifact(data: string): Source {
  const folder = join(data, 'scifact');
  const judged = Map.groupBy(
    readText(join(folder, 'qrels', 'train.tsv'))
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')),
    ([claim = '']) => claim,
  );
  const claims = readRows<Claim>(join(folder, 'queries.jsonl'));
  return {
    name: 'scifact',
    papers: readRows<Abstract>(join(folder, 'corpus.jsonl.gz')).map(({ _id, title, sentences }) =>
      paperOfText('scifact', _id, title, [{ heading: 'Abstract', paragraphs: [sentences.join(' ')] }]),
    ),
    questions: claims.flatMap(({ _id: id, text, metadata }) => {
      const [paper] = Object.keys(metadata);
      const related = judged.get(id)?.flatMap(([, document]) => document ?? []) ?? [];
      return paper === undefined ? [] : [{ id, text: `${text.replace(/\.$/u, '')}?`, paper, related }];
    }),
  };
}
