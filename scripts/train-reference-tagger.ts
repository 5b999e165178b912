/**
 * Trains the tagger of references and writes `libs/ddm/data/reference-tagger.txt`:
 * `node --conditions=source scripts/train-reference-tagger.ts FOLDER [--hold-out]`. The folder holds AnyStyle's `core.xml`
 * (BSD 2-clause) under any name that begins with `anystyle`, and the TEI files of GROBID's citation training data
 * (Apache-2.0). With `--hold-out` a fifth of the references is kept back and scored, and nothing is written.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { weightsFile } from '../libs/ddm/src/read/pdf/references/model/load-weights.ts';
import { tag } from '../libs/ddm/src/read/pdf/references/model/tagger.ts';
import { type Example, train } from '../libs/ddm/src/read/pdf/references/model/train.ts';
import { formatWeights } from '../libs/ddm/src/read/pdf/references/model/weights-text.ts';
import { readAnyStyle, readTeiReferences } from './reference-tagger/read-labelled.ts';

const options = { rounds: 10, fewest: 6, smallest: 2 };
/** AnyStyle's references are fewer and of more kinds, so that they count twice. */
const anyStyleWeight = 2;

type Sourced = Example & { source: string; key: string };

function readFolder(folder: string): Sourced[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => /\.xml(?:\.gz)?$/.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      const xml = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      const isAnyStyle = name.startsWith('anystyle');
      try {
        const examples = isAnyStyle ? readAnyStyle(xml) : readTeiReferences(xml);
        return examples.map((example) => ({
          ...example,
          source: isAnyStyle ? 'anystyle' : 'grobid',
          key: digestOf(example),
        }));
      } catch (error) {
        process.stderr.write(`${name}: ${String(error)}\n`);
        return [];
      }
    });
}

/** An order that has nothing to do with that of the files, the same each time. */
function digestOf({ tokens }: Example): string {
  return createHash('sha256')
    .update(tokens.map(({ text }) => text).join(' '))
    .digest('hex');
}

function tokenAccuracy(examples: readonly Example[], weights: ReturnType<typeof train>): number {
  let right = 0;
  let all = 0;
  for (const { tokens, labels } of examples) {
    for (const [i, label] of tag(tokens, weights).entries()) {
      all++;
      if (label === labels[i]) right++;
    }
  }
  return right / all;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'hold-out': { type: 'boolean', default: false } },
});
const examples = readFolder(positionals[0] ?? '.').toSorted((a, b) => (a.key < b.key ? -1 : 1));
const isHeldOut = ({ key }: Sourced): boolean => values['hold-out'] && Number.parseInt(key.slice(0, 8), 16) % 5 === 0;
const training = examples
  .filter((example) => !isHeldOut(example))
  .flatMap((example) => Array.from({ length: example.source === 'anystyle' ? anyStyleWeight : 1 }, () => example));
const weights = train(training, {
  ...options,
  onRound: (round, errors) => process.stderr.write(`round ${round + 1}: ${errors} tokens wrong\n`),
});
for (const source of ['anystyle', 'grobid']) {
  const kept = examples.filter((example) => isHeldOut(example) && example.source === source);
  if (kept.length > 0) {
    process.stdout.write(
      `${source}: ${tokenAccuracy(kept, weights).toFixed(3)} of the tokens of ${kept.length} references\n`,
    );
  }
}
if (!values['hold-out']) writeFileSync(weightsFile, formatWeights(weights));
