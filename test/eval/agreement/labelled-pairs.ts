import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTaught } from '../polarity/labelled-texts.ts';
import { readRows } from '../qa/sets/rows.ts';

/** Two sentences as two papers might say them, and how they stand to each other. */
export type LabelledPair = {
  id: string;
  from: 'own' | 'claim and sentence' | 'two abstracts' | 'claim and other abstract';
  one: string;
  other: string;
  relation: 'agree' | 'disagree' | 'neither';
  isTaught: boolean;
};

type Own = Pick<LabelledPair, 'id' | 'one' | 'other' | 'relation'>;
type Claim = { _id: string; text: string; metadata: Record<string, { sentences: number[]; label: string }[]> };
type Abstract = { _id: string; sentences: string[] };

/** The pairs written by hand. @param folder the one of `pairs.json` */
export function ownPairs(folder: string): LabelledPair[] {
  const pairs = JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8')) as Own[];
  return pairs.map((pair) => ({ ...pair, from: 'own', isTaught: isTaught(pair.id) }));
}

/**
 * Pairs of SciFact: a claim as one paper may say it, with a sentence that bears it out or turns it down by itself, or with each
 * sentence of an abstract that was judged for it and does neither; and the sentences of two abstracts that bear out one claim.
 */
export function scifactPairs(data: string): LabelledPair[] {
  const abstracts = new Map(
    readRows<Abstract>(join(data, 'corpus.jsonl.gz')).map(({ _id, sentences }) => [_id, sentences]),
  );
  const judged = readFileSync(join(data, 'qrels', 'train.tsv'), 'utf8')
    .split('\n')
    .slice(1);
  const papersOf = new Map<string, string[]>();
  for (const line of judged) {
    const [claim = '', paper = ''] = line.split('\t');
    papersOf.set(claim, [...(papersOf.get(claim) ?? []), paper]);
  }
  return readRows<Claim>(join(data, 'queries.jsonl')).flatMap(({ _id: id, text, metadata }): LabelledPair[] => {
    const shared = { id, isTaught: isTaught(id) };
    const alone = Object.entries(metadata).flatMap(([paper, rationales]) =>
      rationales
        .filter(({ sentences }) => sentences.length === 1)
        .map(({ sentences: [at = -1], label }) => ({ paper, label, sentence: abstracts.get(paper)?.[at] ?? '' })),
    );
    const others = (papersOf.get(id) ?? [])
      .filter((paper) => !(paper in metadata))
      .flatMap((paper) => abstracts.get(paper) ?? []);
    const [first, ...rest] = alone.filter(({ label }) => label === 'SUPPORT');
    return [
      ...alone.map(({ label, sentence: other }) => ({
        ...shared,
        from: 'claim and sentence' as const,
        one: text,
        other,
        relation: label === 'SUPPORT' ? ('agree' as const) : ('disagree' as const),
      })),
      ...others.map((other) => ({
        ...shared,
        from: 'claim and other abstract' as const,
        one: text,
        other,
        relation: 'neither' as const,
      })),
      ...rest
        .filter(({ paper }) => paper !== first?.paper)
        .map(({ sentence: other }) => ({
          ...shared,
          from: 'two abstracts' as const,
          one: first?.sentence ?? '',
          other,
          relation: 'agree' as const,
        })),
    ];
  });
}
