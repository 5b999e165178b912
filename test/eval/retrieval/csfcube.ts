import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Judgements } from '@askg/retrieval';
import { abstractOf, keyOf } from '../../../bench/retrieval/bench-library.ts';
import type { Collection } from './collection.ts';

type Row = { paper_id: string; title: string; abstract: { facet: string; text: string }[] };
type Pools = Record<string, { cands: string[]; relevance_adju: number[] }>;

const facets = ['background', 'method', 'result'] as const;

/**
 * CSFCube: papers that are like a given one in their background, method or result. The question is the given paper's title
 * and what its abstract says of that facet; it is asked of the candidates that were judged for it.
 */
export function csfcube(folder: string): Collection | undefined {
  if (!existsSync(join(folder, 'judgements-method.json'))) return undefined;
  const rows = gunzipSync(readFileSync(join(folder, 'corpus.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Row]));
  const byId = new Map(rows.map((row) => [row.paper_id, row]));
  const pools = (facet: string) =>
    Object.entries(JSON.parse(readFileSync(join(folder, `judgements-${facet}.json`), 'utf8')) as Pools);
  return {
    name: 'csfcube',
    finds: 'paper',
    papers: rows.map(({ paper_id: id, title, abstract }) => {
      const text = abstract.map((sentence) => sentence.text).join(' ');
      return abstractOf(id, title, text === '' ? [] : [text]);
    }),
    questions: facets.flatMap((facet) =>
      pools(facet).map(([id, { cands }]) => ({
        id: `${id}-${facet}`,
        text: questionOf(byId.get(id), facet),
        papers: cands.filter((candidate) => candidate !== id).map(keyOf),
      })),
    ),
    judgements: () => {
      const judgements: Judgements = new Map();
      for (const facet of facets) {
        for (const [id, { cands, relevance_adju: grades }] of pools(facet)) {
          const judged = cands.map((candidate, i): [string, number] => [keyOf(candidate), grades[i] ?? 0]);
          judgements.set(`${id}-${facet}`, new Map(judged.filter(([key]) => key !== keyOf(id))));
        }
      }
      return judgements;
    },
  };
}

function questionOf(row: Row | undefined, facet: string): string {
  const sentences = row?.abstract.filter((sentence) => sentence.facet === facet).map(({ text }) => text) ?? [];
  return [row?.title ?? '', ...sentences].join(' ');
}
