import { setPriority } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { PassageStore } from '@askg/retrieval';
import type { LibraryOptions } from './synthetic-library.ts';

/** The priority of the product's indexer. */
setPriority(19);
const { passageStores } = await import('@askg/retrieval');
const { model, tokensOf } = await import('./synthetic-embedder.ts');
const { SyntheticPassages, digestOf, passagesPerPaper } = await import('./synthetic-passages.ts');
const { SyntheticVectors } = await import('./synthetic-vectors.ts');
const { numbers, putWords } = await import('./synthetic-library.ts');

/** Milliseconds that the default model takes for a passage on one thread; see results/bench/embed.json. */
const embedMs = 9;
/** Passages whose vectors are computed and written together, as the indexer does. */
const [part, batch] = [32, 128];
const tokensPerPassage = 180;
/** As large as the weights of the default model. */
const weights = new Float32Array(8_000_000).fill(0.5);

/**
 * A process that takes in paper after paper as the indexer does, words, vectors and token vectors, until it is stopped. In place
 * of the model it computes products of matrices for as long as the model would.
 */
process.on('message', (options: LibraryOptions) => void takeIn(options));
process.on('disconnect', () => process.exit(0));

async function takeIn({ folder, passages, data, server }: LibraryOptions): Promise<void> {
  const texts = await SyntheticPassages.of(data);
  const vectors = new SyntheticVectors();
  const store = await passageStores(folder, server).open('bench', graphsOf(passages));
  if (!store) throw new Error('There is no library to add to.');
  let waiting: Parameters<PassageStore['addVectors']>[1] = [];
  for (let from = passages; ; from += passagesPerPaper) {
    const paper = numbers(from, passagesPerPaper);
    const added = paper.map((number) => texts.passage(number));
    await putWords(store, added, false);
    for (let at = 0; at < added.length; at += part) {
      const some = added.slice(at, at + part);
      compute(embedMs * some.length);
      const tokens = some.map((_, i) => tokensOf(vectors, from + at + i, tokensPerPassage));
      await store.tokens(model).write(some[0]?.graphDigest ?? '', at / part, tokens);
      waiting = [...waiting, ...some.map((passage, i) => ({ passage, vector: vectors.of(from + at + i) }))];
      if (waiting.length < batch) continue;
      await store.addVectors(model, waiting);
      await store.indexVectors(model, new Date());
      waiting = [];
      await setImmediate();
    }
    process.send?.({ added: from + passagesPerPaper - passages });
  }
}

/** Digests of the papers that are there. */
function graphsOf(passages: number): ReadonlySet<string> {
  return new Set(numbers(0, Math.ceil(passages / passagesPerPaper)).map((paper) => digestOf(paper * passagesPerPaper)));
}

/** Reads and multiplies numbers, more than fit in the caches, for so many milliseconds. */
function compute(ms: number): number {
  const end = performance.now() + ms;
  let sum = 0;
  while (performance.now() < end) {
    for (const weight of weights) sum += weight * weight;
  }
  return sum;
}
