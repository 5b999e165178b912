import { join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { relationOf } from '../../libs/kgqp/src/answer/agreement-relation.ts';
import { type LabelledPair, ownPairs, scifactPairs } from './agreement/labelled-pairs.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';

export const evaluation: Evaluation = {
  describe:
    'Whether two sentences agree, disagree or do neither: pairs written by hand from papers of the demo (gold/agreement), and pairs of SciFact (--data names its folder). Development and held-out halves by id.',
  run: evaluate,
};

type Found = { pair: LabelledPair; found: LabelledPair['relation'] };

async function evaluate({ data, gold }: EvaluationOptions): Promise<EvaluationReport> {
  const own = ownPairs(gold ?? join(import.meta.dirname, 'gold', 'agreement'));
  const pairs = [...own, ...(data === undefined ? [] : scifactPairs(data))];
  const found = pairs.map((pair): Found => {
    const kind = relationOf(pair.one, pair.other)?.kind;
    return { pair, found: kind === undefined ? 'neither' : kind === 'agree' ? 'agree' : 'disagree' };
  });
  const figures: Figure[] = [];
  for (const [half, isTaught] of [
    ['development', true],
    ['held out', false],
  ] as const) {
    for (const source of ['own', 'SciFact']) {
      const of = found.filter(({ pair }) => pair.isTaught === isTaught && (pair.from === 'own') === (source === 'own'));
      if (of.length > 0) figures.push(...figuresOf(`${source}, ${half}`, of));
    }
  }
  const wrong = found.filter(
    (each) => each.pair.isTaught && each.found !== each.pair.relation && each.found !== 'neither',
  );
  const missed = found.filter(
    ({ pair, found: kind }) => pair.isTaught && pair.from === 'own' && kind === 'neither' && pair.relation !== kind,
  );
  return { figures, details: { wrong, missed } };
}

function figuresOf(name: string, found: readonly Found[]): Figure[] {
  return (['agree', 'disagree'] as const).flatMap((relation) => {
    const told = found.filter((each) => each.found === relation);
    const due = found.filter(({ pair }) => pair.relation === relation);
    const right = told.filter(({ pair }) => pair.relation === relation).length;
    return [
      {
        name: `${name}: precision of ${relation}`,
        value: told.length === 0 ? 1 : round(right / told.length, 3),
        unit: `of ${told.length}`,
      },
      {
        name: `${name}: recall of ${relation}`,
        value: round(right / Math.max(1, due.length), 3),
        unit: `of ${due.length}`,
      },
    ];
  });
}
