import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Embedder, InferenceError, openEmbedder, openModelStore } from '@askg/inference';
import type { Nearness } from '../../libs/kgqp/src/answer/check-claim.ts';
import { confidenceModel } from '../../libs/kgqp/src/answer/confidence-models.ts';
import { contentWords, stem, stemsOf } from '../../libs/kgqp/src/evidence/words.ts';
import { scoreByMeaning } from '../../libs/retrieval/src/retrieve/score-texts.ts';
import { type ClaimPair, judge } from './claims/claim-pair.ts';
import { scifactPairs } from './claims/scifact-pairs.ts';
import { bestThreshold, errors, isPassed, scores } from './claims/scores.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

const root = join(import.meta.dirname, '..', '..');

export const evaluation: Evaluation = {
  describe:
    'Whether the support check tells claims that their quotes support from such as are subtly wrong: precision and recall of “supported”, beside a threshold on shared words and one on the cosine of embeddings.',
  run: evaluate,
};

/**
 * The pairs of `gold/claims`, those held out with `--split test`. `data`: the folder of SciFact, whose development claims are a
 * second figure. `--model words` checks without an embedder. Thresholds of the baselines are those best on development pairs.
 */
async function evaluate({ data, split, model, predictions }: EvaluationOptions): Promise<EvaluationReport> {
  const embedder = model === 'words' ? undefined : await openedEmbedder();
  try {
    const nearness: Nearness = (statement, texts) => nearnessOf(embedder, statement, texts);
    const pairs = readPairs(split === 'test' ? 'held-out' : 'development');
    const judged = await judge(pairs, nearness);
    const figures = [...scores('check', pairs, judged.map(isPassed)), ...errors('check', judged)];
    const development = readPairs('development');
    const words = (all: readonly ClaimPair[]): number[] => all.map(sharedWords);
    const atWords = bestThreshold(development, words(development));
    figures.push(
      ...scores(
        `shared words of ${atWords} and more`,
        pairs,
        words(pairs).map((value) => value >= atWords),
      ),
    );
    if (embedder) {
      const cosines = (all: readonly ClaimPair[]): Promise<number[]> =>
        Promise.all(all.map((pair) => cosineOf(embedder, pair)));
      const at = bestThreshold(development, await cosines(development));
      const values = await cosines(pairs);
      figures.push(
        ...scores(
          `cosine of ${at} and more`,
          pairs,
          values.map((value) => value >= at),
        ),
      );
    }
    const ofSciFact = data === undefined || split === 'test' ? [] : scifactPairs(data);
    const judgedSciFact = await judge(ofSciFact, nearness);
    if (predictions !== undefined) {
      const lines = [...judged, ...judgedSciFact].map(({ pair: { id }, label, score }) => ({ id, label, score }));
      writeFileSync(predictions, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }
    if (ofSciFact.length > 0) {
      figures.push(...scores('SciFact', ofSciFact, judgedSciFact.map(isPassed)), ...errors('SciFact', judgedSciFact));
    }
    const wrong = judged.filter((each) => isPassed(each) !== each.pair.supported);
    return {
      figures,
      details: {
        pairs: pairs.length,
        scifact: ofSciFact.length,
        embedder: embedder?.model.name ?? 'none',
        wrong: wrong.map(({ pair: { id, kind, claim, quotes }, label, score, method }) => ({
          id,
          kind,
          label,
          score,
          method,
          claim,
          quotes,
        })),
      },
    };
  } finally {
    await embedder?.close();
  }
}

function readPairs(half: 'development' | 'held-out'): ClaimPair[] {
  const file = join(import.meta.dirname, 'gold', 'claims', `${half}.jsonl`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ClaimPair);
}

async function openedEmbedder(): Promise<Embedder | undefined> {
  try {
    return await openEmbedder(openModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models')));
  } catch (error) {
    if (error instanceof InferenceError) return undefined;
    throw error;
  }
}

/** As the run of a question scores it. */
async function nearnessOf(
  embedder: Embedder | undefined,
  statement: string,
  texts: readonly string[],
): Promise<number[] | undefined> {
  const scored = embedder && (await scoreByMeaning(embedder, statement, texts, {}));
  if (!scored) return undefined;
  const { floor, ceiling } = confidenceModel(scored.method);
  return scored.scores.map((score) => Math.min(1, Math.max(0, (score - floor) / (ceiling - floor))));
}

function sharedWords({ claim, quotes }: ClaimPair): number {
  const stems = stemsOf(quotes.join(' '));
  const words = contentWords(claim);
  return words.length === 0 ? 0 : words.filter((word) => stems.has(stem(word))).length / words.length;
}

async function cosineOf(embedder: Embedder, { claim, quotes }: ClaimPair): Promise<number> {
  const [a, b] = await embedder.embed('passage', [claim, quotes.join(' ')]);
  let sum = 0;
  a?.forEach((value, i) => (sum += value * (b?.[i] ?? 0)));
  return Math.round(sum * 1000) / 1000;
}
