import { type Corpus, CorpusError } from '@askg/corpus';
import { StatusError } from '../problems/status-error.ts';

/** The key of the paper that a request names. @throws StatusError 400 corpus/unknown-paper */
export function requirePaper(corpus: Corpus, name: string): string {
  const key = corpus.resolve(name);
  if (key !== undefined) return key;
  throw new StatusError(400, new CorpusError('corpus/unknown-paper', `The corpus has no paper "${name}".`));
}
