import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isTaught } from '../../polarity/labelled-texts.ts';
import { overlap } from '../metrics/set-f1.ts';
import { type DueLabel, verifyClaims } from '../metrics/verified-claims.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import { holderOf } from '../plain-letters.ts';
import type { Prediction } from '../prediction.ts';
import type { ReadSet, SetScores } from '../qa-set.ts';
import { stanceOf } from '../stance-of.ts';
import { readRows, readText } from './rows.ts';

type Claim = { _id: string; text: string; metadata: Record<string, { sentences: number[]; label: string }[]> };
type Abstract = { _id: string; title: string; sentences: string[] };

/** What is said where the abstract seems to say nothing of the claim. */
const nothing = 'NOT ENOUGH';
const labels = { yes: 'SUPPORT', no: 'CONTRADICT' };

/**
 * SciFact with the abstracts given: what each says of the claim, and by which sentences. Every claim is asked of each abstract
 * judged for it, so what finding them would cost is not scored here.
 */
export const scifact: ReadSet = ({ data, gold, split }) => {
  const judgements = join(data, 'qrels', split === 'test' ? 'test.tsv' : 'train.tsv');
  const judged = existsSync(judgements) ? pairsOf(readText(judgements)) : [];
  const claims = new Map(
    readRows<Omit<Claim, 'metadata'>>(join(data, 'queries.jsonl')).map(({ _id, text }) => [_id, text]),
  );
  const wanted = new Set(judged.map(({ paper }) => paper));
  const abstracts = readRows<Abstract>(join(data, 'corpus.jsonl.gz')).filter(({ _id }) => wanted.has(_id));
  const sentences = new Map(abstracts.map(({ _id, sentences: texts }) => [_id, texts]));
  const pairs = new Map(judged.map((pair) => [`${pair.claim}/${pair.paper}`, pair]));
  return {
    name: 'scifact',
    papers: abstracts.map(({ _id, title, sentences: texts }) =>
      paperOfParts('scifact', _id, title, [{ heading: 'Abstract', paragraphs: [texts] }]),
    ),
    questions: [...pairs].flatMap(([id, { claim, paper }]) => {
      const text = claims.get(claim);
      return text === undefined ? [] : [{ id, text, papers: [paper] }];
    }),
    conclude: async ({ text }, prediction, parts) => {
      if (prediction.verdict === 'not-in-corpus') return nothing;
      const stance = await stanceOf(text, prediction, parts);
      return stance === undefined || stance === 'maybe' ? nothing : labels[stance];
    },
    gold: () => {
      const byId = new Map(readRows<Claim>(join(gold, 'queries.jsonl')).map(({ _id, metadata }) => [_id, metadata]));
      return (predictions) => {
        const due = predictions.map(({ id }): DueLabel => {
          const { claim = '', paper = '' } = pairs.get(id) ?? {};
          const rationales = byId.get(claim)?.[paper] ?? [];
          return { label: rationales[0]?.label, rationales: rationales.map((each) => each.sentences) };
        });
        const texts = predictions.map(({ id }) => sentences.get(pairs.get(id)?.paper ?? '') ?? []);
        const taught = predictions.map(({ id }) => split === 'development' && isTaught(pairs.get(id)?.claim ?? ''));
        return score(predictions, due, texts, taught);
      };
    },
  };
};

function score(
  predictions: readonly Prediction[],
  due: readonly DueLabel[],
  texts: readonly (readonly string[])[],
  taught: readonly boolean[],
): SetScores {
  const places = predictions.map(({ evidence }, i) => evidence.map((quote) => holderOf(quote, texts[i] ?? []) ?? -1));
  const given = predictions.map(({ answer }, i) => ({
    label: answer === nothing ? undefined : answer,
    sentences: places[i] ?? [],
  }));
  const unseen = <T>(values: readonly T[]): T[] => values.filter((_, i) => !taught[i]);
  const ofLabels = verifyClaims(unseen(given), unseen(due));
  const whole = [
    ['sentences chosen', verifyClaims(given, due).sentenceSelection],
    ['sentences chosen and label', ofLabels.sentenceLabel],
    ['label', ofLabels.abstractLabel],
    ['label and rationale', ofLabels.abstractRationale],
  ] as const;
  const isRight = predictions.map(({ answer }, i) => Number(answer === (due[i]?.label ?? nothing)));
  return {
    each: {
      'label accuracy': isRight.map((right, i) => (taught[i] ? undefined : right)),
      'label accuracy where learnt': isRight.map((right, i) => (taught[i] ? right : undefined)),
      'accuracy where the answer opens with it': isRight.map((right, i) =>
        taught[i] || predictions[i]?.told !== true ? undefined : right,
      ),
      'rationale F1': due.map(({ rationales }, i) =>
        rationales.length === 0 ? undefined : overlap(new Set(places[i]), new Set(rationales.flat())).f1,
      ),
    },
    whole: whole.map(([name, { precision, recall, f1 }]) => ({
      name: `${name}, F1`,
      value: f1,
      unit: `(precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`,
    })),
    notes: {
      label: 'Of the claims that the reading of yes and no was not learnt on.',
      whole: 'F1 over all abstracts together, as the official scorer counts, with the judged abstracts given.',
      'rationale F1':
        'Mean over the abstracts that say something. The nearest sentences count where nothing is claimed.',
    },
  };
}

/** Lines of claim, paper and judgement, after a heading. */
function pairsOf(text: string): { claim: string; paper: string }[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [claim, paper] = line.trim().split('\t');
      return claim !== undefined && paper !== undefined ? [{ claim, paper }] : [];
    });
}
