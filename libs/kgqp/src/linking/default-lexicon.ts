import { readFileSync } from 'node:fs';
import { ontologyFiles } from '@askg/ddm';
import { type Lexicon, readLexicon } from './lexicon.ts';
import { readVocabulary } from './vocabulary.ts';

const lexiconFile = new URL('../../../../ontology/lexicon.ttl', import.meta.url);

let lexicon: Lexicon | undefined;

/** The lexicon of the deep document model, read once from the `ontology` folder. */
export function defaultLexicon(): Lexicon {
  lexicon ??= readLexicon(
    readFileSync(lexiconFile, 'utf8'),
    readVocabulary(readFileSync(ontologyFiles.vocabulary, 'utf8'), readFileSync(ontologyFiles.shapes, 'utf8')),
  );
  return lexicon;
}
