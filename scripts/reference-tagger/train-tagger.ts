import { createHash } from 'node:crypto';
import type { Weights } from '../../libs/ddm/src/read/pdf/references/model/tagger.ts';
import { type Example, train } from '../../libs/ddm/src/read/pdf/references/model/train.ts';
import { compose } from './compose.ts';
import { isAnyStyle, type LabelledFile } from './labelled-files.ts';
import { partsOfExample } from './parts-of-example.ts';
import { readAnyStyle, readTeiReferences } from './read-labelled.ts';
import type { Pick } from './styles/writing.ts';

const options = { rounds: 8, fewest: 4, rate: 0.1, sparsity: 2, decay: 1 };
/** AnyStyle's references are fewer and of more kinds, so that they count twice. */
const anyStyleWeight = 2;

/** Styles in which each reference is written anew. */
const styles = 2;

/** Learns from labelled references, and from the same references written anew in the styles of many journals. */
export function trainTagger(
  files: readonly LabelledFile[],
  onRound: (round: number, unexpected: number) => void = () => undefined,
): Weights {
  const labelled = files.flatMap(examplesOf);
  const composed = labelled.flatMap((example) => {
    const parts = partsOfExample(example);
    const pick = picker(digestOf(example));
    return parts === undefined ? [] : Array.from({ length: styles }, () => compose(parts, pick) ?? []).flat();
  });
  const keyed = [...labelled, ...composed].map((example) => ({ example, key: digestOf(example) }));
  // An order that has nothing to do with that of the files, the same each time.
  const shuffled = keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ example }) => example);
  return train(shuffled, { ...options, onRound });
}

function examplesOf({ name, xml }: LabelledFile): Example[] {
  const bytes = new TextEncoder().encode(xml);
  try {
    if (!isAnyStyle(xml)) return readTeiReferences(bytes);
    return readAnyStyle(bytes).flatMap((example) => Array.from({ length: anyStyleWeight }, () => example));
  } catch (error) {
    process.stderr.write(`${name} is left out: ${String(error)}\n`);
    return [];
  }
}

function digestOf({ tokens }: Example): string {
  return createHash('sha256')
    .update(tokens.map(({ text }) => text).join(' '))
    .digest('hex');
}

/** Choices that follow from a digest: the same example is always written anew in the same way. */
function picker(digest: string): Pick {
  let at = 0;
  return (values) => {
    const number = Number.parseInt(digest.slice(at, at + 3), 16);
    at = (at + 3) % (digest.length - 3);
    return values[number % values.length] ?? values[0];
  };
}
