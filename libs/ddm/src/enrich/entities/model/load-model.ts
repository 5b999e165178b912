import { readFileSync } from 'node:fs';
import { Tagger } from './tagger.ts';
import { parseWeights } from './weights-text.ts';
import { parseWordClasses } from './word-classes.ts';

/** Both stand in the package beside `src` and `dist`; `scripts/train-entity-tagger.ts` and `make-word-classes.ts` make them. */
export const weightsFile = new URL('../../../../data/entity-tagger.txt', import.meta.url);
export const classesFile = new URL('../../../../data/word-classes.txt', import.meta.url);

let tagger: Tagger | undefined;

/** The tagger that comes with the package, read once (100 ms). */
export function loadTagger(): Tagger {
  tagger ??= new Tagger(
    parseWeights(readFileSync(weightsFile, 'utf8')),
    parseWordClasses(readFileSync(classesFile, 'utf8')),
  );
  return tagger;
}
