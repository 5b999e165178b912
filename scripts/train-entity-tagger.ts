/**
 * Trains the tagger of entities and writes `libs/ddm/data/entity-tagger.txt`:
 * `node --conditions=source scripts/train-entity-tagger.ts SCIERC SCIREX`. SCIERC is a folder with SciERC's training split
 * (`sciie/train.txt.gz`, CoNLL lines), SCIREX one with papers of SciREX (`scirex.tar.gz`), of which a fifth is kept for
 * `npm run eval -- entities`. Run `make-word-classes.ts` first. SciREX marks tasks, methods, metrics and data only: outside of
 * its spans a word may also belong to a term of another kind.
 */
import { writeFileSync } from 'node:fs';
import { formOf } from '../libs/ddm/src/enrich/entities/model/features.ts';
import { type Kind, firstOf, innerOf, kinds, outside } from '../libs/ddm/src/enrich/entities/model/labels.ts';
import { classesFile, weightsFile } from '../libs/ddm/src/enrich/entities/model/load-model.ts';
import { type Example, train } from '../libs/ddm/src/enrich/entities/model/train.ts';
import { formatWeights } from '../libs/ddm/src/enrich/entities/model/weights-text.ts';
import { parseWordClasses } from '../libs/ddm/src/enrich/entities/model/word-classes.ts';
import { wordsOf } from '../libs/ddm/src/enrich/entities/model/words.ts';
import { readFileSync } from 'node:fs';
import { sciErc, sciRex } from '../test/eval/entities/labelled/folders.ts';
import { kindOfType } from '../test/eval/entities/labelled/kinds.ts';
import type { LabelledSentence } from '../test/eval/entities/labelled/labelled.ts';

/** A feature that is met in fewer places would tell what single sentences say. */
const options = { rounds: 6, fewest: 5, rate: 0.1, sparsity: 0.0003 };
/** Sentences of SciREX are many and their labels partly a machine's: a part of them is taken, and each counts less. */
const sciRexStep = 3;
const sciRexWeight = 0.3;
/** Longer ones are tables and listings that the conversion ran together. */
const longestSentence = 1200;

const classes = parseWordClasses(readFileSync(classesFile, 'utf8'));
const unmarkedBySciRex = bitsOf(outside, ...labelsOf('other'), ...labelsOf('generic'));

function labelsOf(kind: Kind): number[] {
  return [firstOf(kinds.indexOf(kind)), innerOf(kinds.indexOf(kind))];
}

function bitsOf(...labels: number[]): number {
  return labels.reduce((bits, label) => bits | (1 << label), 0);
}

function exampleOf({ text, spans }: LabelledSentence, weight: number, unmarked: number): Example {
  const words = wordsOf(text);
  const masks = new Uint32Array(words.length).fill(unmarked);
  for (const { start, end, type } of spans) {
    const [first = 0, inner = 0] = labelsOf(kindOfType(type));
    let label = first;
    for (const [i, word] of words.entries()) {
      if (word.start < start || word.end > end) continue;
      masks[i] = bitsOf(label);
      label = inner;
    }
  }
  return { forms: words.map((word) => formOf(word.text, classes)), masks, weight };
}

const [sciErcFolder = '', sciRexFolder = ''] = process.argv.slice(2);
const examples = [
  ...sciErc(sciErcFolder, 'train')
    .flatMap(({ sentences }) => sentences)
    .map((sentence) => exampleOf(sentence, 1, bitsOf(outside))),
  ...sciRex(sciRexFolder, 'train')
    .flatMap(({ sentences }) => sentences)
    .filter(({ text }, i) => i % sciRexStep === 0 && text.length < longestSentence)
    .map((sentence) => exampleOf(sentence, sciRexWeight, unmarkedBySciRex)),
];
const weights = train(examples, {
  ...options,
  onRound: (round, loss) => process.stderr.write(`round ${round + 1}: loss ${loss.toFixed(0)}\n`),
});
writeFileSync(weightsFile, formatWeights(weights));
process.stderr.write(`${examples.length} sentences, ${weights.features.size} features\n`);
