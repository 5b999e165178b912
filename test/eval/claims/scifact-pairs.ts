import { join } from 'node:path';
import { readRows } from '../qa/sets/rows.ts';
import type { ClaimPair } from './claim-pair.ts';

type Claim = { _id: string; text: string; metadata: Record<string, { sentences: number[]; label: string }[]> };
type Abstract = { _id: string; title: string; sentences: string[] };

/** Claims of SciFact with the sentences that experts found to support or to contradict them, each rationale a pair. */
export function scifactPairs(folder: string): ClaimPair[] {
  const abstracts = new Map(
    readRows<Abstract>(join(folder, 'corpus.jsonl.gz')).map(({ _id, ...abstract }) => [_id, abstract]),
  );
  return readRows<Claim>(join(folder, 'queries.jsonl')).flatMap(({ _id, text, metadata }) =>
    Object.entries(metadata).flatMap(([paper, rationales]) =>
      rationales.flatMap(({ sentences, label }, i): ClaimPair[] => {
        const { title, sentences: all = [] } = abstracts.get(paper) ?? {};
        const quotes = sentences.flatMap((at) => all[at] ?? []);
        if (title === undefined || quotes.length === 0) return [];
        const supported = label === 'SUPPORT';
        return [{ id: `${_id}/${paper}/${i}`, kind: label.toLowerCase(), title, quotes, claim: text, supported }];
      }),
    ),
  );
}
